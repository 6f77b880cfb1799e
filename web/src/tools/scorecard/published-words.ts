// What is said of published figures beside a KPI.
import type { KpiBenchmark } from '../../../generated/kpi-benchmarks';
import type { Say } from '../../locales/say';
import { wordsIn } from '../../locales/words';

interface Words {
  title: Say<[count: string]>;
  old: Say<[years: string]>;
  /** Of whom, and where. */
  samples: Record<KpiBenchmark['source'], string>;
}

const fr: Words = {
  title: (count) => `Chiffres publiés, calculés de la même façon (${count})`,
  old: (years) => `il y a ${years}\u00a0ans`,
  samples: { si: '70 millions de publications, monde entier, de 2024 à 2025' },
};

const en: Words = {
  title: (count) => `Published figures, worked out alike (${count})`,
  old: (years) => `${years} years ago`,
  samples: { si: '70 million posts, worldwide, 2024 to 2025' },
};

export const publishedWords = wordsIn({ fr, en });
