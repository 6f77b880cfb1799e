// The look of what comes after the first answer.
import { css } from 'lit';

export const restLayout = css`
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s4);
    margin-top: var(--s2);
  }
  [data-resets] {
    margin-inline-end: var(--s3);
  }
  .choose {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--s1) var(--s2);
    font-size: var(--note);
    color: var(--soft);
  }
  .choose,
  .choose select {
    min-width: 0;
    max-width: 100%;
  }
  .choose select {
    width: auto;
    min-height: 32px;
    padding: 4px 8px;
    color: var(--ink);
  }
  .choose .box {
    min-width: calc(9 * var(--unit));
    max-width: 100%;
    min-height: 32px;
    padding: 4px 8px;
    color: var(--ink);
  }
  .check {
    display: block;
    font-size: var(--note);
  }
  .plain th:first-child {
    text-align: start;
  }
  .plain tbody th {
    font-weight: 400;
    min-width: calc(8 * var(--unit));
  }
  .plain tbody tr:last-child > * {
    border-bottom: 0;
  }
  .inner,
  .inner:last-of-type {
    border: 0;
  }
  .inner > summary {
    padding: var(--s1) 0;
  }
  .results .inner > summary b {
    font: 400 var(--note) / 1.4 var(--sans);
    color: var(--act);
  }
  .responses {
    display: grid;
    grid-template-columns: minmax(0, 1fr) repeat(3, minmax(calc(5 * var(--unit)), auto));
    gap: var(--s1) var(--s2);
    align-items: center;
  }
  .responses .head {
    font-size: var(--small);
    color: var(--soft);
  }
  .responses .wide {
    grid-column: 1 / -1;
  }
  .responses b {
    font-weight: 400;
    font-size: var(--text);
  }
  .seek {
    border-top: 1px solid var(--line);
    margin-top: var(--s3);
    padding-top: var(--s3);
  }
  .seek h4 {
    margin: 0 0 var(--s1);
    font: 600 var(--small) / 1.4 var(--sans);
    color: var(--soft);
  }
  .seek .ask {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
  }
  .seek > p {
    margin-top: var(--s2);
  }
  .ways li {
    border-bottom: 1px solid var(--line);
    padding: var(--s1) 0;
  }

  .grid {
    stroke: var(--line);
  }
  .zero {
    stroke: var(--edge);
  }
  .hatched,
  .highend {
    fill: var(--paper);
  }
  .hatch {
    stroke: var(--loss);
    stroke-width: 4;
  }
  .lossbin {
    stroke: var(--loss);
  }
  .gainbin,
  .more {
    fill: var(--gain-soft);
    stroke: var(--gain);
  }
  .ninety {
    stroke: var(--ink);
    stroke-width: 2;
  }
  .middle {
    fill: var(--ink);
  }
  .lowend {
    fill: var(--bar);
  }
  .highend {
    stroke: var(--bar);
  }
  .before {
    fill: var(--edge);
  }
  .fan {
    fill: var(--bar);
    fill-opacity: 0.16;
  }
  .curve {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  svg text.figure {
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .fan {
      fill: none;
      stroke: GrayText;
    }
    .gainbin,
    .more,
    .highend,
    .hatched {
      fill: Canvas;
      stroke: CanvasText;
    }
    .lowend,
    .before,
    .middle {
      fill: CanvasText;
    }
    .curve,
    .ninety,
    .hatch,
    .lossbin {
      stroke: CanvasText;
    }
  }

  .sums {
    margin: var(--s3) 0;
  }
  .sums > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--s4);
    padding: var(--s2) 0;
    border-top: 1px solid var(--line);
  }
  .sums dd {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    max-width: 100%;
    margin: 0 0 0 auto;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .sums small {
    color: var(--soft);
  }

  @container (max-width: 40em) {
    .responses {
      display: flex;
      flex-wrap: wrap;
    }
    .responses > * {
      flex: 1 1 calc(5 * var(--unit));
      max-width: 100%;
    }
    .responses .head:first-child {
      display: none;
    }
    .responses > .cell {
      flex-basis: auto;
      min-width: calc(5 * var(--unit));
    }
    .responses > :is(b, .wide) {
      flex-basis: 100%;
    }
    .operand {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, auto);
    }
    .operand > .note,
    .ways-on {
      grid-column: 1 / -1;
      padding-inline-start: 14px;
    }
    .plain,
    .plain tbody th {
      font-size: var(--note);
    }
    .plain th:not(:first-child, :last-child),
    .plain td:not(:first-child, :last-child) {
      padding-inline: var(--s1);
    }
    .plain tbody th {
      min-width: calc(6.5 * var(--unit));
    }
  }
  @container (max-width: 26.25em) {
    table.plain {
      font-size: var(--note);
    }
    table.plain :is(td, th) {
      padding-inline: var(--s1);
      white-space: normal;
    }
    table.plain :is(td, th):first-child {
      padding-inline-start: 0;
    }
    table.plain :is(td, th):last-child {
      padding-inline-end: 0;
    }
  }
`;
