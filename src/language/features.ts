import type { FeatureList } from './hash.ts';
import type { State } from './state.ts';
import type { Words } from './words.ts';

/** Distances alike beyond a few words. */
const bucket = (distance: number): number =>
  distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : distance < 20 ? 7 : 8;

/**
 * What the parser sees before a move: the words on top of the stack (s) and next in the buffer (n), their children,
 * distance, valency, third-order neighbours and label sets (after Zhang & Nivre 2011).
 */
export function moveFeatures(list: FeatureList, state: State, words: Words): void {
  const { word, tag, classes } = words;
  const { left1, left2, right1, right2, labels } = state;
  const [s0, s1, s2, s3] = [state.top(0), state.top(1), state.top(2), state.top(3)];
  const [n0, n1, n2, n3] = [state.ahead(0), state.ahead(1), state.ahead(2), state.ahead(3)];
  const [s0w, s1w, s2w] = [word[s0] ?? 0, word[s1] ?? 0, word[s2] ?? 0];
  const [n0w, n1w, n2w] = [word[n0] ?? 0, word[n1] ?? 0, word[n2] ?? 0];
  const [s0t, s1t, s2t, s3t] = [tag[s0] ?? 0, tag[s1] ?? 0, tag[s2] ?? 0, tag[s3] ?? 0];
  const [n0t, n1t, n2t, n3t] = [tag[n0] ?? 0, tag[n1] ?? 0, tag[n2] ?? 0, tag[n3] ?? 0];
  const [s0c, s1c, s2c] = [classes[s0] ?? 0, classes[s1] ?? 0, classes[s2] ?? 0];
  const [n0c, n1c, n2c] = [classes[n0] ?? 0, classes[n1] ?? 0, classes[n2] ?? 0];
  list.count = 0;
  list.add1(0);
  list.add1(s0w);
  list.add1(s0t);
  list.add2(s0w, s0t);
  list.add2(s0c, s0t);
  list.add1(s1w);
  list.add1(s1t);
  list.add2(s1w, s1t);
  list.add2(s1c, s1t);
  list.add2(s2w, s2t);
  list.add1(s2t);
  list.add2(s3t, s2t);
  list.add1(n0w);
  list.add1(n0t);
  list.add2(n0w, n0t);
  list.add2(n0c, n0t);
  list.add2(n1w, n1t);
  list.add1(n1t);
  list.add2(n1c, n1t);
  list.add2(n2w, n2t);
  list.add1(n2t);
  list.add2(n2c, s2c);
  // pairs: top of the stack and next word
  list.add3(s0w, s0t, n0w);
  list.add3(s0w, s0t, n0t);
  list.add3(s0t, n0w, n0t);
  list.add2(s0w, n0w);
  list.add2(s0t, n0t);
  list.add2(s0c, n0c);
  list.add3(s0c, n0t, s0t);
  list.add3(s0t, n0c, n0t);
  list.add2(s0w, n0c);
  list.add2(s0c, n0w);
  // pairs: the two topmost of the stack
  list.add2(s1w, s0w);
  list.add2(s1t, s0t);
  list.add3(s1w, s1t, s0t);
  list.add3(s1t, s0w, s0t);
  list.add2(s1c, s0c);
  list.add3(s1c, s1t, s0t);
  list.add3(s1t, s0c, s0t);
  list.add2(s1w, s0c);
  list.add2(s1c, s0w);
  // pairs: second of the stack and next word; the next two words
  list.add2(s1w, n0w);
  list.add2(s1t, n0t);
  list.add2(s1c, n0c);
  list.add2(n0t, n1t);
  list.add2(n0w, n1t);
  list.add2(n0t, n1w);
  list.add2(n0c, n1c);
  list.add2(s0t, n1t);
  list.add3(s0w, n0t, n1t);
  list.add3(s0t, n0w, n1t);
  list.add3(s0c, n0c, n1c);
  list.add3(s1c, s0c, n0c);
  // triples of tags
  list.add3(s0t, n0t, n1t);
  list.add3(n0t, n1t, n2t);
  list.add3(n1t, n2t, n3t);
  list.add3(s1t, s0t, n0t);
  list.add3(s2t, s1t, s0t);
  list.add3(s2t, s1t, n0t);
  list.add3(s1w, s0t, n0t);
  list.add3(s1t, s0w, n0t);
  list.add3(s1t, s0t, n0w);
  list.add3(s1c, s0t, n0t);
  list.add3(s1t, s0c, n0t);
  list.add3(s1t, s0t, n0c);
  // children
  const [s0l1, s0l2, s0r1, s0r2] = [left1[s0] ?? 0, left2[s0] ?? 0, right1[s0] ?? 0, right2[s0] ?? 0];
  const [s1l1, s1r1, s1r2] = [left1[s1] ?? 0, right1[s1] ?? 0, right2[s1] ?? 0];
  const [n0l1, n0l2] = [left1[n0] ?? 0, left2[n0] ?? 0];
  const [s0l1t, s0r1t, s1r1t, n0l1t] = [tag[s0l1] ?? 0, tag[s0r1] ?? 0, tag[s1r1] ?? 0, tag[n0l1] ?? 0];
  list.add3(s0t, s0l1t, labels[s0l1] ?? 0);
  list.add3(s0t, s0r1t, labels[s0r1] ?? 0);
  list.add3(s1t, tag[s1l1] ?? 0, labels[s1l1] ?? 0);
  list.add3(s1t, s1r1t, labels[s1r1] ?? 0);
  list.add3(n0t, n0l1t, labels[n0l1] ?? 0);
  list.add2(word[s0l1] ?? 0, s0t);
  list.add2(word[s0r1] ?? 0, s0t);
  list.add2(word[s1r1] ?? 0, s1t);
  list.add2(word[n0l1] ?? 0, n0t);
  list.add3(s0t, n0t, s0l1t);
  list.add3(s0t, n0t, s0r1t);
  list.add3(s0t, n0t, n0l1t);
  list.add3(s1t, s0t, s0l1t);
  list.add3(s1t, s0t, s0r1t);
  list.add3(s1t, s0t, s1r1t);
  list.add3(s1t, s0t, tag[s1l1] ?? 0);
  list.add3(s0t, s0l1t, tag[s0l2] ?? 0);
  list.add3(s0t, s0r1t, tag[s0r2] ?? 0);
  list.add3(s1t, s1r1t, tag[s1r2] ?? 0);
  list.add3(n0t, n0l1t, tag[n0l2] ?? 0);
  // distance, valency, label sets
  const apart = bucket(n0 - s0) + 16 * bucket(s0 - s1);
  list.add2(s0w, bucket(n0 - s0));
  list.add2(n0w, bucket(n0 - s0));
  list.add3(s0t, n0t, bucket(n0 - s0));
  list.add3(s1t, s0t, bucket(s0 - s1));
  list.add3(s0t, n0t, apart);
  const s0right = Math.min(4, state.rightCount[s0] ?? 0);
  const s0left = Math.min(4, state.leftCount[s0] ?? 0);
  const n0left = Math.min(4, state.leftCount[n0] ?? 0);
  const s1right = Math.min(4, state.rightCount[s1] ?? 0);
  list.add3(s0w, s0t, s0right);
  list.add2(s0t, s0right);
  list.add2(s0w, s0left);
  list.add2(s0t, s0left);
  list.add2(n0w, n0left);
  list.add2(n0t, n0left);
  list.add2(s1w, s1right);
  list.add2(s1t, s1right);
  list.add2(s0t, state.leftLabels[s0] ?? 0);
  list.add2(s0t, state.rightLabels[s0] ?? 0);
  list.add2(s0w, state.rightLabels[s0] ?? 0);
  list.add2(s1t, state.rightLabels[s1] ?? 0);
  list.add2(s1w, state.rightLabels[s1] ?? 0);
  list.add2(n0t, state.leftLabels[n0] ?? 0);
  list.add2(n0w, state.leftLabels[n0] ?? 0);
  list.add3(n0t, s0t, state.leftLabels[n0] ?? 0);
  list.add3(s0t, state.rightLabels[s0] ?? 0, n0t);
  list.add3(s1t, s0t, state.leftLabels[s0] ?? 0);
  // neighbours in the sentence
  list.add2(s0t, tag[s0 + 1] ?? 0);
  list.add2(s0t, s0 > 0 ? (tag[s0 - 1] ?? 0) : 0);
  list.add3(s0t, n0t, n0 > 0 ? (tag[n0 - 1] ?? 0) : 0);
  list.add3(s0t, tag[s0 + 1] ?? 0, n0t);
}
export const MOVE_TEMPLATES = 140;

/**
 * What the labeller sees of an arc. In the arc-hybrid system a word has all of its children when it is attached.
 *
 * @param head a word, or the root
 */
export function labelFeatures(list: FeatureList, state: State, words: Words, head: number, child: number): void {
  const { word, tag, classes } = words;
  const { left1, left2, right1, right2, labels } = state;
  const [hw, ht, hc] = [word[head] ?? 0, tag[head] ?? 0, classes[head] ?? 0];
  const [dw, dt, dc] = [word[child] ?? 0, tag[child] ?? 0, classes[child] ?? 0];
  const side = head > child ? 1 : 0;
  const [dl1, dl2, dr1] = [left1[child] ?? 0, left2[child] ?? 0, right1[child] ?? 0];
  const [hl1, hl2, hr1, hr2] = [left1[head] ?? 0, left2[head] ?? 0, right1[head] ?? 0, right2[head] ?? 0];
  const sibling = side ? hl1 : hr1;
  const pair = ht * 512 + dt * 2 + side;
  list.count = 0;
  list.add1(side);
  list.add2(hw, side);
  list.add2(ht, side);
  list.add2(dw, side);
  list.add2(dt, side);
  list.add2(dc, side);
  list.add2(hc, side);
  list.add1(pair);
  list.add2(pair, hw);
  list.add2(pair, dw);
  list.add3(pair, hw, dw);
  list.add2(pair, dc);
  list.add2(pair, hc);
  list.add3(pair, hc, dc);
  list.add3(hw, dw, side);
  list.add3(dw, hc, side);
  list.add3(hw, dc, side);
  list.add2(pair, bucket(Math.abs(head - child)));
  // the child's own children
  list.add2(pair, word[dl1] ?? 0);
  list.add2(pair, labels[dl1] ?? 0);
  list.add2(pair, word[dr1] ?? 0);
  list.add2(pair, labels[dr1] ?? 0);
  list.add2(pair, word[dl2] ?? 0);
  list.add2(pair, labels[dl2] ?? 0);
  list.add2(pair, state.leftLabels[child] ?? 0);
  list.add2(pair, state.rightLabels[child] ?? 0);
  list.add3(dt, state.leftLabels[child] ?? 0, state.rightLabels[child] ?? 0);
  list.add3(hw, dt, word[dl1] ?? 0);
  list.add3(dw, ht, word[dl1] ?? 0);
  list.add2(word[dl1] ?? 0, side);
  list.add3(dt, word[dl1] ?? 0, hc);
  // the head's other children
  list.add2(pair, labels[sibling] ?? 0);
  list.add2(pair, tag[sibling] ?? 0);
  list.add3(dt, word[sibling] ?? 0, side);
  list.add2(pair, state.leftLabels[head] ?? 0);
  list.add2(pair, state.rightLabels[head] ?? 0);
  list.add3(hw, state.leftLabels[head] ?? 0, dt);
  list.add3(hw, state.rightLabels[head] ?? 0, dt);
  list.add3(pair, labels[hl1] ?? 0, labels[hl2] ?? 0);
  list.add3(pair, labels[hr1] ?? 0, labels[hr2] ?? 0);
  list.add3(pair, word[hl1] ?? 0, labels[hl1] ?? 0);
  // neighbours in the sentence
  list.add3(dt, tag[child - 1] ?? 0, side);
  list.add3(dt, tag[child + 1] ?? 0, side);
  list.add3(ht, tag[head - 1] ?? 0, dt);
  list.add3(ht, tag[head + 1] ?? 0, dt);
  list.add3(dw, tag[child - 1] ?? 0, tag[child + 1] ?? 0);
  list.add2(dw, word[child + 1] ?? 0);
  list.add2(dw, word[child - 1] ?? 0);
}
export const LABEL_TEMPLATES = 56;
