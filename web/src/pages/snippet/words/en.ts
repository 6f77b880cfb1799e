import type { SnippetWords } from './catalogue';

export const en: SnippetWords = {
  title: 'Embed the ROI calculator',
  intro: 'Choose, look, copy. Nothing of it needs an account or a server of ours.',
  calculator: 'The calculator',
  options: 'What you want',
  kind: 'As',
  kinds: { script: 'script', frame: 'frame (iframe)' },
  kindNote: {
    script: 'Part of your page: your fonts, your form, events. Needs a page that may run scripts.',
    frame: 'For site builders that take no scripts, and for pages that let no WebAssembly run.',
  },
  language: 'Language',
  currency: 'Currency',
  currencyNote: 'A code such as EUR. A label: nothing is converted.',
  preset: 'Example to begin with',
  mode: 'Size',
  modes: { compact: 'compact', full: 'full' },
  theme: 'Light or dark',
  themes: { '': 'as the visitor prefers', light: 'light', dark: 'dark' },
  accent: 'Colour of links',
  paper: 'Background',
  own: 'as designed',
  font: 'Font',
  fontNote: 'A font your page loads, such as Inter, sans-serif.',
  radius: 'Round corners, in pixels',
  layer: 'Analytics list',
  layerNote:
    'Empty: nothing is told. A name such as dataLayer: “ready”, “changed” and “goal” are pushed into it, with the sign of the ROI and the example’s name, never a number. The script only.',
  preview: 'Preview',
  snippet: 'To paste',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'Copy the marked text.',
  policy: 'If your page has a content security policy',
  policyNote: {
    script:
      "Add these. The second only matters where your page enforces Trusted Types; where it uses Lit itself, add 'allow-duplicates'. Without 'wasm-unsafe-eval' the script shows the frame by itself; allow it with frame-src then. The style element needs your nonce, or move its rules into your style sheet.",
    frame:
      'Add these. The script only sets the height of the frame; without it, choose a height yourself.',
  },
  missing: 'The embed script is not beside this page.',
  lead: 'A form that gets the result',
  leadNote:
    'Put your own form into the element. The calculator fills in its fields when it is sent, and says beside it what that hands over. You send it: nothing passes through us. Ready forms for HubSpot, Mailchimp, Brevo, e-mail and frames stand in the notes on embedding.',
  email: 'E-mail',
  send: 'Send me the plan',
  wouldSend: 'Your form would send:',
  notes: 'Where to paste it',
  builders: {
    WordPress:
      'A “Custom HTML” block. Scripts are kept only for users who may publish unfiltered HTML (administrators; on WordPress.com depending on the plan). Otherwise use the frame.',
    Webflow:
      'A “Code Embed” element, which needs a paid plan and takes a limited number of characters. It runs on the published site, not in the designer.',
    Wix: '“Embed a site” with the address of the frame. Wix puts it into a frame of its own, whose height you set in the editor; it does not follow the content. Choose compact and about 1000 pixels.',
    Squarespace:
      'A “Code” block set to HTML. Scripts depend on the plan, and do not run while you edit; the frame works in most plans.',
    HubSpot:
      'A custom module for the script, or “Embed” in a rich text for the frame. A HubSpot form can stand in the cta slot of a custom module.',
  },
  privacy: 'What visitors should know',
  privacyNote:
    'The calculator computes in the visitor’s browser. It sends nothing, sets no cookie and stores nothing. Your page hears what is typed through events; what you do with it is yours to say.',
  open: 'Open the calculator',
};
