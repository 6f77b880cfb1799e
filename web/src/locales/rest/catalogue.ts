// What a language must say beyond the first answer. A missing key fails the build.
import type { EngineError } from '../../engine/engine';
import type { HeadingWords, NoTable } from '../../model/table';
import type { Language } from '../index';

type Say<A extends unknown[] = []> = (...args: A) => string;

export interface RestWords {
  keeping: {
    heading: string;
    close: string;
    link: string;
    linkNote: string;
    copyLink: string;
    linkCopied: string;
    /** Where the clipboard is closed to the page. */
    linkShown: string;
    linkTooLong: string;
    page: string;
    pageNote: string;
    files: string;
    filesNote: string;
    saveScenario: string;
    scenarioSaved: string;
    openScenario: string;
    opened: string;
    report: string;
    reportNote: string;
    print: string;
    device: string;
    deviceNote: string;
    remember: string;
    remembered: string;
    forgotten: string;
    cannotRemember: string;
    /** A shared link is open while a plan of the visitor's own is remembered. */
    visiting: string;
    backToOwn: string;
    rememberThis: string;
    /** Why a link or a file was refused; the work stays. */
    refused: Record<'link' | 'file', Say<[why: string]>>;
    notReadable: string;
    tooLarge: string;
    newer: string;
    invalid: Say<[where: string, what: string]>;
  };

  /** Pasting a table of channels. */
  table: {
    heading: string;
    textLabel: string;
    how: string;
    close: string;
    none: Record<NoTable, Say<[channels: string]>>;
    found: Say<[channels: number]>;
    sums: Say<[names: string]>;
    unread: Say<[cells: number]>;
    /** Where a table has a column of ad spend and another of cost. */
    onTop: string;
    preview: string;
    meaning: Say<[column: string]>;
    column: Say<[number: number]>;
    name: string;
    skip: string;
    mend: Say<[meaning: string, channel: string]>;
    orLeave: string;
    moreRows: Say<[rows: number]>;
    numbersAs: string;
    numbers: Record<Language, string>;
    placing: string;
    replace: string;
    add: string;
    replaceNote: string;
    addNote: string;
    apply: Say<[channels: number]>;
    applied: Say<[channels: number]>;
    refused: Say<[what: string]>;
    headings: HeadingWords;

    moveUp: Say<[name: string]>;
    moveDown: Say<[name: string]>;
    duplicate: Say<[name: string]>;
    copyOf: Say<[name: string]>;
    slider: Say<[label: string]>;

    reset: string;
    undoBringsBack: string;
    toType: {
      sentence: Say<[list: string]>;
      cost: string;
      leads: Say<[many: string]>;
      closeRate: string;
      value: string;
    };
  };

  /** Spreadsheet and CSV. */
  sheet: {
    heading: string;
  };

  /** The printed report. */
  report: {
    heading: string;
  };

  /** The methodology, and what would change a figure most. */
  method: {
    heading: string;
  };

  /** Charts taken out as pictures. */
  charts: {
    heading: string;
  };
}

export type Refusal = Pick<EngineError, 'code' | 'path' | 'detail'>;
