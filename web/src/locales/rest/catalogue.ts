// What a language must say beyond the first answer. A missing key fails the build.
import type { Unit } from '../../../generated/metrics';
import type { EngineError } from '../../engine/engine';

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
  };

  /** Spreadsheet and CSV. */
  sheet: {
    workbook: string;
    csv: string;
    workbookSaved: string;
    csvSaved: string;
    tooLarge: string;
    /** Names of sheets: 31 characters at most, none of []:*?/\\'. */
    inputs: string;
    channels: string;
    results: string;
    /** Head of the column that the formulas use. */
    value: string;
    low: string;
    high: string;
    unit: string;
    units: Record<Exclude<Unit, 'money'>, string>;
    source: string;
    steps: string;
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
