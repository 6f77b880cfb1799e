// An A/B test alone: <roi-calculator tool="ab-test">.
import { standAlone } from '../alone/alone';
import { abTestTool } from '../tools/ab-test/panel';

standAlone({ tool: abTestTool });
