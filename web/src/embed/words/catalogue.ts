// What a calculator in someone else's page says besides what it says everywhere.
import type { Say } from '../../locales/say';
import type { Unreadable } from '../../persistence/link';

export interface EmbedWords {
  /** What the compact mode asks of a small plan. */
  questions: {
    spend: Say<[per: string]>;
    /** per: the period that is counted, where costs are of another. */
    leads: Say<[many: string, per: string]>;
    oneIn: string;
    becomes: string;
    oneInName: string;
    worth: string;
    margin: string;
  };
  /** Beside what the visitor presses to hand the plan over. */
  handing: { consent: string; what: string; data: string };
  /** Opens in place what the compact mode leaves out. */
  openAll: string;
  /** The page around lets nothing be saved. */
  cannotSave: string;
  frame: string;
  /** Leads to the calculator's own page, with the plan. */
  page: { heading: string; open: string; note: string };
  /** In a page that the browser saved. */
  asSaved: string;
  /** What becomes of the visitor's figures. */
  stored: string;
  /** Leads to how a figure is defined, there. */
  definition: string;
  problem: {
    /** An attribute that is not as it should be: taken as it was meant, or left out. */
    mended: (name: string, value: string, meant: string) => string;
    unknown: (name: string, value: string, known: string) => string;
    preset: (id: string, known: string) => string;
    currency: (code: string) => string;
    scenario: (why: string) => string;
    brief: (why: string) => string;
    load: string;
  };
  notJson: string;
  unreadable: Record<Unreadable, string>;
  at: (place: string, what: string) => string;
}
