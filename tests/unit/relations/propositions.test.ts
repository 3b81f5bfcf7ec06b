import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../../src/language/sentence.ts';
import type { Tree } from '../../../src/language/tree.ts';
import { plant } from '../../../src/relations/inflection.ts';
import { type Argument, argumentTokens } from '../../../src/relations/proposition.ts';
import { propositions } from '../../../src/relations/propositions.ts';
import { parsed } from '../../support/sentence.ts';

const treeOf = (written: string): Tree => {
  const [sentence] = parsed(written).sentences;
  if (!sentence) throw new Error('no sentence');
  return plant(sentence);
};

/** "verb(subject; object; preposition oblique)", one a proposition. */
function clauses(written: string): string[] {
  const tree = treeOf(written);
  const words = (list: readonly Argument[]) =>
    list
      .map((argument) => [argument.preposition, tree.tokens[argument.head]?.form].filter(Boolean).join(' '))
      .join(', ');
  return propositions(tree).map(
    ({ verb, subject, object, oblique }) => `${verb}(${words(subject)}; ${words(object)}; ${words(oblique)})`,
  );
}

describe('propositions', () => {
  it('turns the passive into the active', () => {
    expect(
      clauses(
        'Anna/NNP/nsubj:pass<met was/VBD/aux:pass<met met=meet/VBN/root by/IN/case<Peter Peter/NNP/obl:agent<met',
      ),
    ).toEqual(['meet(by Peter; Anna; )']);
  });

  it('gives a coordinated verb the subject of the first', () => {
    expect(
      clauses(
        'Anna/NNP/nsubj<came came=come/VBD/root and/CC/cc<thanked thanked=thank/VBD/conj<came Peter/NNP/obj<thanked',
      ),
    ).toEqual(['come(Anna; ; )', 'thank(Anna; Peter; )']);
  });

  it('gives the first of two verbs the object of the second', () => {
    expect(
      clauses(
        'Anna/NNP/nsubj<shot shot=shoot/VBD/root and/CC/cc<killed killed=kill/VBD/conj<shot Peter/NNP/obj<killed',
      ),
    ).toEqual(['shoot(Anna; Peter; )', 'kill(Anna; Peter; )']);
  });

  it('lets the one who was asked do what the infinitive says, and else the one who acts', () => {
    expect(
      clauses(
        'Anna/NNP/nsubj<asked asked=ask/VBD/root Peter/NNP/obj<asked to/TO/mark<leave leave/VB/xcomp<asked Rome/NNP/obj<leave',
      ),
    ).toContain('leave(Peter; Rome; )');
    expect(
      clauses(
        'Anna/NNP/nsubj<promised promised=promise/VBD/root Peter/NNP/obj<promised to/TO/mark<leave leave/VB/xcomp<promised Rome/NNP/obj<leave',
      ),
    ).toContain('leave(Anna; Rome; )');
  });

  it('puts what a relative clause hangs on in the place of its pronoun', () => {
    expect(
      clauses(
        'Anna/NNP/nsubj<left ,/, who/WP/nsubj<led led=lead/VBD/acl:relcl<Anna Shell/NNP/obj<led ,/, left=leave/VBD/root',
      ),
    ).toContain('lead(Anna; Shell; )');
  });

  it('reads a participle behind a noun as a passive of it', () => {
    expect(
      clauses(
        'a/DT/det<man man/NN/nsubj<fled arrested=arrest/VBN/acl<man by/IN/case<Interpol Interpol/NNP/obl:agent<arrested fled=flee/VBD/root',
      ),
    ).toContain('arrest(by Interpol; man; )');
  });

  it('gives the infinitive of a decision to the one whose decision it is', () => {
    expect(
      clauses(
        "Anna/NNP/nmod:poss<decision 's/POS/case<Anna decision/NN/nsubj<failed to/TO/mark<sue sue/VB/acl<decision Shell/NNP/obj<sue failed=fail/VBD/root",
      ),
    ).toContain('sue(Anna; Shell; )');
  });

  it('gives what follows an invitation to nobody who invites', () => {
    expect(
      clauses(
        "Anna/NNP/nmod:poss<invitation 's/POS/case<Anna invitation/NN/nsubj<failed to/TO/mark<visit visit/VB/acl<invitation Rome/NNP/obj<visit failed=fail/VBD/root",
      ),
    ).toContain('visit(; Rome; )');
  });

  it('knows a particle as part of the verb', () => {
    expect(
      clauses('Anna/NNP/nsubj<took took=take/VBD/root over/RP/compound:prt<took from/IN/case<Peter Peter/NNP/obl<took'),
    ).toEqual(['take_over(Anna; ; from Peter)']);
  });

  it('leaves the preposition out of the words of an argument', () => {
    const tree = treeOf(
      'Anna/NNP/nsubj<spoke spoke=speak/VBD/root to/IN/case<mayor the/DT/det<mayor mayor/NN/obl<spoke',
    );
    const [one] = propositions(tree);
    const [oblique] = one?.oblique ?? [];
    expect(oblique && argumentTokens(tree, oblique).map((t) => tree.tokens[t]?.form)).toEqual(['the', 'mayor']);
  });

  it('comes to an end on any heads and relations', () => {
    const relations = [
      'nsubj',
      'obj',
      'obl',
      'conj',
      'xcomp',
      'acl',
      'acl:relcl',
      'advcl',
      'ccomp',
      'cop',
      'amod',
      'root',
      '',
    ];
    const token = fc.record({
      form: fc.constantFrom('met', 'by', 'Anna', 'to', 'that', '-', 'owned'),
      xpos: fc.constantFrom('VBD', 'VBN', 'VBG', 'NNP', 'IN', 'TO', 'WDT'),
      upos: fc.constantFrom('VERB' as const, 'NOUN' as const, 'PROPN' as const, 'ADP' as const, 'AUX' as const),
      relation: fc.constantFrom(...relations),
      head: fc.integer({ min: -3, max: 14 }),
    });
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (words) => {
        const tokens = words.map((word, i) => ({ ...word, start: i, end: i + 1, lemma: word.form, margin: 1 }));
        const sentence: Sentence = { start: 0, end: tokens.length, tokens, names: [], kind: 'paragraph' };
        const tree = plant(sentence);
        expect(tree.order.toSorted((a, b) => a - b)).toEqual(tokens.map((_, i) => i));
        for (const one of propositions(tree)) expect(tokens[one.predicate]).toBeDefined();
      }),
    );
  });
});
