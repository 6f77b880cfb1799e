// The look of the pictures within what unfolds.
import { css } from 'lit';

export const workingChartLayout = css`
  .dots {
    max-width: calc(24 * var(--unit));
  }
  .dots circle {
    stroke: var(--bar);
    fill: none;
  }
  .dots .filled {
    fill: var(--bar);
  }
  @media (forced-colors: active) {
    .dots circle {
      stroke: CanvasText;
    }
    .dots .filled {
      fill: CanvasText;
    }
  }
  .maybe-shorter {
    fill: var(--paper);
    fill-opacity: 0.2;
  }
  .maybe-longer {
    fill: var(--bar);
    fill-opacity: 0.18;
  }
  .maybe-tick,
  .shade {
    fill: var(--ink);
    fill-opacity: 0.075;
  }
  @media (forced-colors: active) {
    .maybe-shorter,
    .maybe-longer,
    .maybe-tick,
    .shade {
      fill: none;
      stroke: GrayText;
    }
  }
  .ghost {
    stroke: var(--ink);
    stroke-width: 1.5;
    stroke-dasharray: 3 3;
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
  .losses {
    stroke: var(--loss);
  }
  .gains,
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
    .gains,
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
    .losses {
      stroke: CanvasText;
    }
  }
`;
