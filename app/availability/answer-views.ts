import 'server-only';
import type { AnswerViews } from '../../src/service/content/answered-titles';
import { availabilityViews, contentViews } from '../../src/bootstrap';

/** Read models for the availability pages. */
export function answerViews(): AnswerViews {
  return { contents: contentViews(), availability: availabilityViews() };
}
