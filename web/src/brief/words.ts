// What a calculator with a brief says of its own accord.
import { wordsIn } from '../locales/words';

interface BriefWords {
  required: string;
  missing: (fields: string) => string;
  span: (low: string | undefined, high: string | undefined) => string;
  range: (low: string, high: string) => string;
  cases: (n: number, shown: string) => string;
  use: string;
  yes: string;
  no: string;
}

const fr: BriefWords = {
  required: 'obligatoire',
  missing: (fields) => `À remplir pour avoir une réponse\u00a0: ${fields}.`,
  span: (low, high) =>
    low && high
      ? `Saisissez un chiffre de ${low} à ${high}.`
      : `Saisissez ${low ? 'au moins' : 'au plus'} ${low ?? high}.`,
  range: (low, high) => `de ${low} à ${high}`,
  cases: (_, shown) => `${shown} cas`,
  use: 'Reprendre',
  yes: 'oui',
  no: 'non',
};

const en: BriefWords = {
  required: 'required',
  missing: (fields) => `To fill in before there is an answer: ${fields}.`,
  span: (low, high) =>
    low && high
      ? `Type a figure from ${low} to ${high}.`
      : `Type ${low ? 'at least' : 'at most'} ${low ?? high}.`,
  range: (low, high) => `${low} to ${high}`,
  cases: (n, shown) => `${shown} ${n === 1 ? 'case' : 'cases'}`,
  use: 'Use it',
  yes: 'yes',
  no: 'no',
};

export const briefWords = wordsIn({ fr, en });
