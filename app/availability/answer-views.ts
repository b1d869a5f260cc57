import 'server-only';
import type { AnswerViews } from '../../src/service/content/answered-titles';
import { availabilityViews, contentViews } from '../../src/bootstrap';

/** What the pages answer from. */
export function answerViews(): AnswerViews {
  return { contents: contentViews(), availability: availabilityViews() };
}
