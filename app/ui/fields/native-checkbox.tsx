import type { ComponentProps } from 'react';

/** The browser's own check box in our look, for a form that is sent as it stands. Its label makes the target large. */
export function NativeCheckbox(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return <input {...props} type="checkbox" className="checkbox" />;
}
