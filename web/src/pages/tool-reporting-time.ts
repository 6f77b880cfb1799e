// Reporting time alone: <roi-calculator tool="reporting-time">.
import { standAlone } from '../alone/alone';
import { reportingTool } from '../tools/reporting/panel';

standAlone({ tool: reportingTool });
