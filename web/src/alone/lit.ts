// What templates and styles take of Lit, in the place of all of it: a tool that stands alone has no element of Lit's.
export { css } from '@lit/reactive-element/css-tag.js';
export { html, noChange, nothing, render, svg } from 'lit-html';
