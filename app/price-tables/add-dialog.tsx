'use client';

import { useState } from 'react';
import type { GridView, PriceColumn } from './price-grid';
import { Button } from '@/ui/button';
import { DateDayField } from '@/ui/fields/date-field';
import { LongSelectField } from '@/ui/fields/long-select-field';
import { SelectField } from '@/ui/fields/select-field';
import { TextField } from '@/ui/fields/text-field';
import { Dialog } from '@/ui/overlays/dialog';
import { isDomainError } from '../../src/domain/errors';
import { isSameName } from '../../src/domain/names/folding';
import { formatDay, isoDate } from '../../src/domain/values/date-range';
import { FORMATS } from '../../src/domain/values/format';
import { CURRENCIES } from '../../src/domain/values/money';
import { PRICE_KINDS } from '../../src/domain/values/price-kind';
import { priceTier } from '../../src/domain/values/price-tier';
import { RIGHTS_TYPES } from '../../src/domain/values/rights-type';
import { ALL_TERRITORIES, territoryName } from '../../src/domain/values/territory';
import { currencyOf } from '../../src/domain/values/territory-currency';

/** What can be added to a table before a price names it. */
export type Addition =
  | { readonly kind: 'tier'; readonly tier: string }
  | { readonly kind: 'column'; readonly column: PriceColumn }
  | { readonly kind: 'view'; readonly view: GridView }
  | { readonly kind: 'day'; readonly day: string };

const TITLES = {
  tier: 'Add a tier',
  column: 'Add columns',
  view: 'Add a rights type or kind of price',
  day: 'New day',
} as const;

const ALL = 'all';

/** Asks for a tier, a column, a rights type with a kind of price, or a day. */
export function AddDialog({
  kind,
  view,
  tiers,
  days,
  onAdd,
  onClose,
}: {
  kind: Addition['kind'];
  view: GridView;
  tiers: readonly string[];
  days: readonly string[];
  onAdd: (addition: Addition) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [format, setFormat] = useState(ALL);
  const [territory, setTerritory] = useState(ALL);
  const [currency, setCurrency] = useState('USD');
  const [chosen, setChosen] = useState(view);
  const [error, setError] = useState<string | undefined>();

  /** A sentence where it is in the table already. */
  const addition = (): Addition | string => {
    switch (kind) {
      case 'tier': {
        const tier = priceTier(text);
        return tiers.some((one) => isSameName(one, tier))
          ? `${tier} is in the table already.`
          : { kind, tier };
      }
      case 'day': {
        const day = isoDate(text);
        return days.includes(day)
          ? `${formatDay(day)} is in the table already. Choose it above.`
          : { kind, day };
      }
      case 'view':
        return { kind, view: chosen };
      case 'column':
        return {
          kind,
          column: {
            ...view,
            format: format === ALL ? null : format,
            territory: territory === ALL ? null : territory,
            currency,
          },
        };
    }
  };
  const add = () => {
    try {
      const added = addition();
      if (typeof added === 'string') setError(added);
      else onAdd(added);
    } catch (refusal) {
      if (!isDomainError(refusal)) throw refusal;
      setError(refusal.message);
    }
  };

  return (
    <Dialog isOpen onClose={onClose} title={TITLES[kind]}>
      <form
        className="flex flex-col gap-4 pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
        onKeyDownCapture={(event) => {
          // A date is no input of the form, so Enter in it would do nothing.
          const isInDate = event.target instanceof Element && event.target.role === 'spinbutton';
          if (event.key === 'Enter' && isInDate) event.currentTarget.requestSubmit();
        }}
      >
        {kind === 'tier' && (
          <TextField label="Tier" autoFocus value={text} onChange={setText} errorMessage={error} />
        )}
        {kind === 'day' && (
          <DateDayField
            label="Valid from"
            description="The day begins with the prices of the day before."
            autoFocus
            onChange={setText}
            errorMessage={error}
          />
        )}
        {kind === 'column' && (
          <>
            <SelectField
              label="Format"
              value={format}
              onChange={setFormat}
              options={[{ value: ALL, label: 'All formats' }, ...FORMATS.map(labelled)]}
            />
            <LongSelectField
              label="Territory"
              value={territory}
              onChange={(code) => {
                setTerritory(code);
                setCurrency(currencyOf(code) ?? currency);
              }}
              options={[
                { value: ALL, label: 'All territories' },
                ...ALL_TERRITORIES.map((code) => ({
                  value: code,
                  label: territoryName(code),
                  detail: code,
                })),
              ]}
            />
            <LongSelectField
              label="Currency"
              value={currency}
              onChange={setCurrency}
              options={CURRENCIES.map(labelled)}
            />
          </>
        )}
        {kind === 'view' && (
          <>
            <SelectField
              label="Rights type"
              value={chosen.rightsType}
              onChange={(rightsType) => {
                setChosen({ ...chosen, rightsType });
              }}
              options={Object.keys(RIGHTS_TYPES).map(labelled)}
            />
            <SelectField
              label="Kind of price"
              value={chosen.kind}
              onChange={(priceKind) => {
                setChosen({ ...chosen, kind: priceKind });
              }}
              options={Object.entries(PRICE_KINDS).map(([value, label]) => ({ value, label }))}
            />
          </>
        )}
        <div className="flex justify-end gap-2">
          <Button variant="secondary" onPress={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary">
            Add
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function labelled(value: string) {
  return { value, label: value };
}
