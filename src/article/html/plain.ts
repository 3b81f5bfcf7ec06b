/** Elements of which no sentence of an article comes. */
const LEFT_OUT = new Set(
  `SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG MATH CANVAS VIDEO AUDIO FIGURE FIGCAPTION PICTURE
   NAV ASIDE FOOTER BUTTON SELECT TEXTAREA INPUT DIALOG HEAD`.split(/\s+/u),
);
/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  `ADDRESS ARTICLE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN
   OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/u),
);
const TEXT = 3;
const ELEMENT = 1;

/**
 * The text of an element and all that is in it: a paragraph each block, parted by blank lines, blanks as one.
 * Walks without recursion, so that no depth is too deep.
 */
export function plainText(root: Node): string {
  const paragraphs: string[] = [];
  let words = '';
  const close = () => {
    const paragraph = tidy(words);
    if (paragraph !== '') paragraphs.push(paragraph);
    words = '';
  };
  let node: Node | null = root;
  while (node) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === TEXT) words += node.nodeValue ?? '';
    else if (BLOCKS.has(name)) close();
    else if (name === 'BR') words += isBreak(node) ? '\u2029' : ' ';
    const inside: Node | null = node.nodeType === ELEMENT && !LEFT_OUT.has(name) ? node.firstChild : null;
    if (inside) {
      node = inside;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && BLOCKS.has(node.nodeName.toUpperCase())) close();
    }
    node = node === root ? null : (node?.nextSibling ?? null);
    if (node?.previousSibling && BLOCKS.has(node.previousSibling.nodeName.toUpperCase())) close();
  }
  close();
  return joined(paragraphs);
}

const joined = (paragraphs: readonly string[]): string =>
  paragraphs
    .flatMap((paragraph) => paragraph.split('\u2029').map((part) => part.trim()))
    .filter(Boolean)
    .join('\n\n');

/** What `plainText` gives of HTML in which there is no tag and no entity. */
export const withoutMarkup = (html: string): string => joined([tidy(html)]);

/** Two <br> in a row part paragraphs, as people do who know no other way. */
const isBreak = (node: Node): boolean => {
  let next = node.nextSibling;
  while (next && next.nodeType === TEXT && !/\S/u.test(next.nodeValue ?? '')) next = next.nextSibling;
  return next?.nodeName.toUpperCase() === 'BR';
};

/** Soft hyphens and joiners are for typesetting; a control character is for nothing. */
export const tidy = (words: string): string =>
  words
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/[^\S\u2029]+/gu, ' ')
    .trim();

/** Whether a string is HTML and not text in which a `<` stands. */
export const looksLikeHtml = (value: string): boolean =>
  /<\/?(?:p|div|br|h[1-6]|span|a|ul|ol|li|strong|em|b|i|img|figure|blockquote|article|section)\b[^<>]{0,500}>/iu.test(
    value,
  );
