// The figures behind a printed report, each with where it comes from.

/** Each figure that was typed, behind where it comes from, which stands once over all that do. */
export const figuresBehind = (page) =>
  page.whilePrinted((report) =>
    [...report.querySelectorAll('.typed tbody')].flatMap(({ rows: [heading, ...rows] }) => {
      const plain = ({ textContent }) => textContent.normalize('NFKC').trim();
      const wordsOf = ({ childNodes }) => {
        const seen = [...childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE);
        return seen.map(plain).filter(Boolean).join(' ');
      };
      const [, source, count] = /^(.*?)\s?: (\d+) \S+$/.exec(plain(heading));
      if (Number(count) !== rows.length) return [`${source} counts ${count} of ${rows.length}`];
      const from = source.trim().replace(/^./, (letter) => letter.toLowerCase());
      return rows.map(({ cells }) => `${from} | ${[...cells].map(wordsOf).join(' ')}`);
    }),
  );
