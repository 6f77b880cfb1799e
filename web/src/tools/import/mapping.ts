// How a file of no known form was read, to be used again: a file of its own, by the headings of its columns.
import type { Answer, Read } from '../../engine/reader';

/** Columns by their heading; and what else was answered. */
export interface Mapping {
  columns: Readonly<Record<string, string>>;
  answers: readonly Answer[];
}

const kKind = 'roi-export-mapping';
const kVersion = 1;
const kLongest = 100_000;

const isColumn = ([question]: Answer) => question === 'column';
/** Of one line of one file. */
const isOfLine = ([question]: Answer) => question === 'total';

/** Nothing where nothing was chosen. */
export function mappingOf(answers: readonly Answer[], read: Read): Mapping | undefined {
  if (answers.length === 0) return undefined;
  const columns = answers.filter(isColumn).flatMap(([, said]) => {
    const [at, meaning = ''] = said.split('=');
    const heading = read.columns[Number(at) - 1]?.heading;
    return heading ? [[heading, meaning]] : [];
  });
  return {
    columns: Object.fromEntries(columns),
    answers: answers.filter((one) => !isColumn(one) && !isOfLine(one)),
  };
}

export const written = (mapping: Mapping): string =>
  `${JSON.stringify({ kind: kKind, version: kVersion, ...mapping }, null, 2)}\n`;

/** What a file says, if it is one of these. */
export async function mappingIn(file: Blob): Promise<Mapping | undefined> {
  if (file.size > kLongest) return undefined;
  try {
    const { kind, version, columns, answers } = JSON.parse(await file.text());
    const isKnown = kind === kKind && version === kVersion;
    const isAnswer = (one: unknown) => isTexts(one) && one.length === 2;
    const isWhole = isTexts(Object.values(columns)) && Array.isArray(answers);
    return isKnown && isWhole && answers.every(isAnswer) ? { columns, answers } : undefined;
  } catch {
    return undefined;
  }
}

const isTexts = (list: unknown): list is string[] =>
  Array.isArray(list) && list.every((one) => typeof one === 'string');

/** The columns of a file that it names. */
export const columnsFrom = ({ columns }: Mapping, read: Read): Answer[] =>
  read.columns.flatMap(({ heading }, at): Answer[] =>
    Object.hasOwn(columns, heading) ? [['column', `${at + 1}=${columns[heading]}`]] : [],
  );
