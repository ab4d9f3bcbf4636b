import type { OneOnOne } from '../meeting/one-on-one.ts'
import type { ListedConversation } from './collection.ts'

/** Is a meeting, as a calendar has it now, another than what is known of its conversation? */
export const differs = (
  { meeting: known, eligibility, declined = [] }: ListedConversation,
  meeting: OneOnOne,
): boolean =>
  eligibility !== (meeting.declined ? 'others-declined' : undefined) ||
  declined.join() !== (meeting.declined ?? []).map(({ name }) => name).join() ||
  known.subject !== meeting.subject ||
  known.organiser !== meeting.organiser.address ||
  known.start.getTime() !== meeting.start.getTime() ||
  known.end.getTime() !== meeting.end.getTime()
