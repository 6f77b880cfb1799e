// What the grid says besides the names of its figures.
import { wordsIn } from '../../locales/words';

interface GridWords {
  open: string;
  close: string;
  caption: string;
  everyChannel: string;
  column: string;
  hint: string;
  fillDown: string;
  sameForAll: string;
  copy: string;
  copied: string;
  notCopied: string;
  emptied: (count: number) => string;
  filled: (count: number) => string;
  pasted: (count: number) => string;
  picked: (rows: number, columns: number) => string;
  unread: (cells: string) => string;
  readonly: string;
}

const cases = (count: number, done: string) =>
  count > 1 ? `${count} cases ${done}s.` : `${count === 1 ? 'Une' : 'Aucune'} case ${done}.`;

const cells = (count: number, done: string) =>
  count === 1 ? `One cell ${done}.` : `${count || 'No'} cells ${done}.`;

const fr: GridWords = {
  open: 'Saisir en tableau',
  close: 'Revenir à la liste',
  caption: 'Canaux, et ce qu’on en sait',
  everyChannel: 'Tous les canaux',
  column: 'Ajouter une colonne…',
  hint: 'Les flèches et Entrée mènent de case en case\u202f; avec Maj, elles sélectionnent un bloc. Un bloc se copie d’un tableur, et s’y colle. «\u00a012\u00a0h x 40\u00a0»\u00a0: 12\u00a0heures à 40 l’heure.',
  fillDown: 'Recopier vers le bas',
  sameForAll: 'Le même chiffre pour tous',
  copy: 'Copier le tableau',
  copied: 'Le tableau est copié.',
  notCopied:
    'Le navigateur ne le permet pas ici\u00a0: sélectionnez les cases avec Maj et les flèches, puis copiez-les.',
  emptied: (count) => cases(count, 'vidée'),
  filled: (count) => cases(count, 'remplie'),
  pasted: (count) => cases(count, 'collée'),
  picked: (rows, columns) => `Bloc de ${rows} × ${columns} cases.`,
  unread: (cells) => `Laissé en l’état\u00a0: ${cells}.`,
  readonly: 'se modifie dans les détails',
};

const en: GridWords = {
  open: 'Enter in a table',
  close: 'Back to the list',
  caption: 'Channels, and what is known of them',
  everyChannel: 'Every channel',
  column: 'Add a column…',
  hint: 'Arrows and Enter lead from cell to cell; with Shift, arrows pick a block. Blocks can be copied from and to a spreadsheet. “12 h x 40” is 12 hours at 40 each.',
  fillDown: 'Fill down',
  sameForAll: 'Same for all',
  copy: 'Copy the table',
  copied: 'The table is copied.',
  notCopied:
    'The browser does not allow it here: pick the cells with Shift and the arrows, and copy them.',
  emptied: (count) => cells(count, 'emptied'),
  filled: (count) => cells(count, 'filled'),
  pasted: (count) => cells(count, 'pasted'),
  picked: (rows, columns) => `Block of ${rows} × ${columns} cells.`,
  unread: (cells) => `Left as it was: ${cells}.`,
  readonly: 'is changed in the details',
};

export const gridWords = wordsIn({ fr, en });
