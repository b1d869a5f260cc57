import { X } from 'lucide-react';
import { Link } from '@/ui/link';
import type {
  Availability,
  AvailabilityQuestion,
} from '../../../src/domain/content/availability-question';
import type { Check, Checked } from '../../../src/domain/content/checks';
import { buttonLook } from '@/ui/button-look';
import { classes } from '@/ui/classes';
import { ForEditors } from '@/ui/role';
import { StateGlyph } from '@/ui/state-mark';
import { obstacleWords } from '@/words/obstacle-words';
import { checksOf } from '../../../src/domain/content/checks';
import { deviceName } from '../../../src/domain/values/device';
import { languageName } from '../../../src/domain/values/language-tag';
import { territoryName } from '../../../src/domain/values/territory';
import { remedyFor, verdictWords } from '../answer-words';
import { VerdictMark } from '../verdict-mark';

/** Why a title may not be shown in a place, or may: every check in the order in which it was made, up to the first that failed. */
export function WhyPanel({
  contentId,
  title,
  answer,
  question,
  closeAddress,
}: {
  contentId: string;
  title: string;
  answer: Availability;
  question: AvailabilityQuestion;
  /** The same page without the panel. */
  closeAddress: string;
}) {
  const { word, extent, nextYes } = verdictWords(answer);
  const span = answer.spans.find(({ available }) => !available);
  const obstacle = span === undefined || span.available ? null : span.obstacle;
  const remedy = obstacle === null ? null : remedyFor(obstacle, contentId);
  return (
    <aside
      aria-labelledby="why"
      className="flex w-90 shrink-0 flex-col border-s border-line bg-canvas max-lg:w-full max-lg:border-s-0 max-lg:border-t"
    >
      <header className="flex items-start gap-2 border-b border-line px-4 py-3">
        <div className="min-w-0 flex-1">
          <p className="truncate text-table text-ink-2">
            {title} · {territoryName(question.territory)} · {deviceName(question.device)}
          </p>
          <h2 id="why" className="text-panel-title">
            {obstacle === null ? 'Why' : 'Why not'}
          </h2>
        </div>
        <Link
          href={closeAddress}
          scroll={false}
          aria-label="Close"
          className="flex size-8 items-center justify-center rounded-control hover:bg-ink/5"
        >
          <X aria-hidden className="size-4" />
        </Link>
      </header>
      <div className="px-4 py-3 text-body">
        <VerdictMark verdict={answer.verdict}>
          <strong className="font-heading text-ink">
            {word}
            {extent !== null && `, ${extent}`}
          </strong>
          {nextYes !== null && <span className="block text-table text-ink-2">{nextYes}.</span>}
        </VerdictMark>
        {span !== undefined && answer.verdict === 'partly' && (
          <p className="pt-2 text-table text-ink-2">Not {span.days.toString()}:</p>
        )}
      </div>
      <h3 className="px-4 pb-1 text-table font-heading">Checked in this order</h3>
      <ol className="px-4 pb-3 text-table">
        {checksOf(obstacle, question).map((checked) => (
          <CheckLine key={checked.check} checked={checked} question={question}>
            {checked.state === 'failed' && obstacle !== null
              ? obstacleWords(obstacle, question)
              : null}
          </CheckLine>
        ))}
      </ol>
      <footer className="mt-auto flex gap-2 border-t border-line px-4 py-3">
        {remedy !== null && (
          <ForEditors>
            <Link
              href={remedy.address}
              prefetch={false}
              className={buttonLook('secondary', 'regular')}
            >
              {remedy.label}
            </Link>
          </ForEditors>
        )}
        <Link
          href={`/content/${contentId}`}
          prefetch={false}
          className={buttonLook('quiet', 'regular')}
        >
          Open title
        </Link>
      </footer>
    </aside>
  );
}

const GLYPHS = {
  passed: ['ok', 'text-tide-ink'],
  failed: ['refused', 'text-clay-ink'],
  'not-reached': ['ended', 'text-ink-3'],
} as const;

function CheckLine({
  checked: { check, state },
  question,
  children,
}: {
  checked: Checked;
  question: AvailabilityQuestion;
  children: React.ReactNode;
}) {
  const [glyph, ink] = GLYPHS[state];
  return (
    <li className="flex gap-2.5 py-1.5">
      <StateGlyph state={glyph} className={classes('mt-0.5', ink)} />
      <span className="min-w-0">
        <span
          className={classes('block', state === 'failed' ? 'font-heading text-ink' : 'text-ink')}
        >
          {WORDS[check](question)}
        </span>
        {children !== null && <span className="block text-ink-2">{children}</span>}
        {state === 'not-reached' && <span className="block text-ink-3">not reached</span>}
      </span>
    </li>
  );
}

const WORDS: Record<Check, (question: AvailabilityQuestion) => string> = {
  'in-catalog': () => 'The title is in the catalog',
  'licensed-there': ({ territory, rightsType }) =>
    `${territoryName(territory)} is licensed for ${rightsType}`,
  'not-taken-down': ({ territory }) => `Not taken down in ${territoryName(territory)}`,
  'licensed-for-device': ({ device }) => `A license is for ${deviceName(device)}`,
  'in-language': ({ language }) =>
    `A license allows ${language === undefined ? 'the language' : languageName(language)}`,
  'license-runs': () => 'The license runs on these days',
  'offer-runs': () => 'An offer of the title runs',
  'offer-fits': ({ device, format = null }) =>
    `The offer is for ${deviceName(device)}${format === null ? '' : ` in ${format}`}`,
};
