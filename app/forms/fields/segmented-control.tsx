'use client';

import { SegmentedControl, type SegmentedControlProps } from '@/ui/fields/segmented-control';
import { useBound, type Bound } from './use-bound';

export function FormSegmentedControl({ name, ...props }: Bound<SegmentedControlProps<string>>) {
  const { text, control } = useBound(name);
  return <SegmentedControl {...props} value={text} onChange={control.onChange} />;
}
