/** A line of a page: its text, place from the lower left corner and size, in points. */
export type Printed = readonly [text: string, x: number, y: number, size?: number];

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const PAGE = '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>';

/** The tree of pages, whose objects have these numbers. */
const pagesOf = (numbers: readonly number[]): string =>
  `<< /Type /Pages /Count ${numbers.length} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`;

/** A PDF of these objects, the first of which is its catalog. @param more entries of its trailer */
function fileOf(objects: readonly (string | Buffer)[], more = ''): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, i) => {
    const at = length;
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      typeof object === 'string' ? Buffer.from(object, 'latin1') : object,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    length += part.length;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${more} >>\nstartxref\n${length}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`));
  return Buffer.concat(parts);
}

/** A PDF whose pages show lines at their places, in Helvetica. */
export function pdfOf(pages: readonly (readonly Printed[])[], title = ''): Buffer {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    pagesOf(pages.map((_, i) => 5 + 2 * i)),
    FONT,
    `<< /Title (${title}) >>`,
  ];
  for (const [i, lines] of pages.entries()) {
    const shown = lines.map(([text, x, y, size = 11]) => {
      const escaped = text.replaceAll(/[\\()]/gu, '\\$&');
      return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
    });
    const stream = shown.join('\n');
    objects.push(
      `<< ${PAGE} /Contents ${6 + 2 * i} 0 R >>`,
      `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
    );
  }
  return fileOf(objects, ' /Info 4 0 R');
}

/** A PDF of many pages that all show the same. @param packed what they show, deflated */
export function pdfOfStream(pages: number, packed: Buffer): Buffer {
  const head = Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`);
  return fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    pagesOf(Array.from({ length: pages }, (_, i) => 5 + i)),
    FONT,
    Buffer.concat([head, packed, Buffer.from('\nendstream')]),
    ...Array.from({ length: pages }, () => `<< ${PAGE} /Contents 4 0 R >>`),
  ]);
}
