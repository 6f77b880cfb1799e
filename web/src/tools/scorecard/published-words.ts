// What is said of published figures beside a KPI.
import type { KpiBenchmark } from '../../../generated/kpi-benchmarks';
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

interface Words {
  title: Say<[count: string, n: number]>;
  note: string;
  old: Say<[years: string]>;
  /** Of whom, and where. */
  samples: Record<KpiBenchmark['source'], string>;
}

const fr: Words = {
  title: (count, n) => (n === 1 ? 'Un chiffre publié' : `${count} chiffres publiés`),
  note: 'Même calcul, mêmes gestes comptés\u202f; le vôtre dépend aussi de votre secteur et de votre audience.',
  old: (years) => `il y a ${years}\u00a0ans`,
  samples: { si: '70 millions de publications, monde entier, de 2024 à 2025' },
};

const en: Words = {
  title: (count, n) => (n === 1 ? 'One published figure' : `${count} published figures`),
  note: 'The same calculation over the same acts; yours also depends on your sector and your audience.',
  old: (years) => `${years} years ago`,
  samples: { si: '70 million posts, worldwide, 2024 to 2025' },
};

export const publishedWords = wordsIn({ fr, en });
