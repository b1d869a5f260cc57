import { memo } from 'react';
import type { PriceStaircase, PriceStep } from '../geometry/price-steps';
import { withStyle } from '@/ui/with-style';

/** Prices as a step line, 48 px high. Also shows the prices of bars too narrow for a label. */
export const PriceLane = memo(function PriceLane({
  price,
  from,
  to,
}: {
  price: PriceStaircase;
  from: number;
  to: number;
}) {
  const pathOf = (look: PriceStep['look']) =>
    price.steps
      .filter((step) => step.look === look)
      .map(({ left, right, y, riseFrom }) =>
        riseFrom === null ? `M${left} ${y}H${right}` : `M${left} ${riseFrom}V${y}H${right}`,
      )
      .join('');
  return (
    <div aria-hidden="true" className="relative h-12">
      <svg
        className="absolute top-0 h-full fill-none stroke-ink-2"
        {...withStyle({ left: from })}
        width={to - from}
        viewBox={`${from} 0 ${to - from} 48`}
        preserveAspectRatio="none"
      >
        {price.bands.map(({ left, right, top, bottom }) => (
          <rect
            key={left}
            x={left}
            y={top}
            width={right - left}
            height={Math.max(1.5, bottom - top)}
            className="fill-ink-3/40 stroke-none"
          />
        ))}
        <path d={pathOf('amount')} strokeWidth="1.5" />
        <path
          d={pathOf('gap')}
          className="stroke-control"
          strokeWidth="1.5"
          strokeDasharray="1.5 3"
        />
        <path
          d={pathOf('tier')}
          className="stroke-straw-line"
          strokeWidth="1.5"
          strokeDasharray="5 3"
        />
      </svg>
      {price.labels.map(({ left, y, text }) => (
        <span
          key={`${left} ${y}`}
          className="absolute -translate-y-full text-label whitespace-nowrap text-ink-2"
          {...withStyle({ left, top: y - 1 })}
        >
          {text}
        </span>
      ))}
    </div>
  );
});
