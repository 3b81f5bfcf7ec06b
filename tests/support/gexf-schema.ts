import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const schema = (name: string) => ({
  fileName: name,
  contents: readFileSync(new URL(`../formats/gexf-1.3/${name}`, import.meta.url), 'utf8'),
});

/** What the GEXF 1.3 schema has against a file: nothing where it is valid. */
export async function gexfErrors(contents: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'graph.gexf', contents },
    schema: [schema('gexf.xsd')],
    preload: [schema('dynamics.xsd'), schema('viz.xsd')],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
