// Tracking links alone: <roi-calculator tool="tracking-links">. There is no plan whose channels they could be of:
// some that many have are there to choose from, advertising and a newsletter to begin with.
import { standAlone } from '../alone/alone';
import { trackingLinksTool } from '../tools/tracking-links/panel';

const paid = { costs: [{ kind: 'adSpend' }] };

standAlone({
  tool: trackingLinksTool,
  channels: [
    { id: 'search', platform: 'search', ...paid },
    { id: 'facebook', platform: 'facebook', ...paid },
    { id: 'linkedin', platform: 'linkedin', ...paid },
    { id: 'email', platform: 'email' },
  ],
});
