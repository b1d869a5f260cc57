import type { ImportRules } from '../../../src/domain/avails/import-rules';
import type { RuleOption } from './rule-options';
import { Fact } from '@/ui/shell/page-header';
import { deviceName } from '../../../src/domain/values/device';
import { END_DATES, HANDOVERS, LICENSES, REDUCTIONS } from './rule-options';

/** The rules a file was read by, for those who only read. */
export function RulesFacts({ rules }: { rules: ImportRules }) {
  return (
    <section aria-label="Rules" className="px-4 py-4">
      <dl className="grid max-w-300 gap-x-12 gap-y-4 lg:grid-cols-2">
        <Rule name="End dates" options={END_DATES} value={rules.endDates} />
        <Rule
          name="Windows that meet on one day"
          options={HANDOVERS}
          value={rules.sameDayHandover}
        />
        <Rule name="Temporary price reductions" options={REDUCTIONS} value={rules.reductions} />
        <Rule name="Rows that no license covers" options={LICENSES} value={rules.licenses} />
        <Fact name="Contract">{rules.contract ?? 'The studio’s only contract'}</Fact>
        <Fact name="Currency">{rules.currency}</Fact>
        <Fact name="Devices">{rules.devices.map(deviceName).join(', ')}</Fact>
        {Object.keys(rules.licensees).length > 0 && (
          <Fact name="Licensees">
            {Object.entries(rules.licensees).map(([name, isUs]) => (
              <span key={name} className="block">
                {name}: {isUs ? 'us' : 'another company'}
              </span>
            ))}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Rule<Value extends string>({
  name,
  options,
  value,
}: {
  name: string;
  options: readonly RuleOption<Value>[];
  value: Value;
}) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Fact name={name}>
      {chosen?.label}
      <span className="block text-table text-ink-3">{chosen?.meaning}</span>
    </Fact>
  );
}
