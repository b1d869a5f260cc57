// For panels that are loaded on demand. A page that loads a form at first imports each field by itself: a bundle has all of
// what an index names.
export { FormTextField } from './text-field';
export { FormTextAreaField } from './text-area-field';
export { FormSelectField } from './select-field';
export { FormSegmentedControl } from './segmented-control';
export { FormDateField } from './date-field';
export { FormLastDayField } from './last-day-field';
export { FormMultiSelectField } from './multi-select-field';
export { FormToggleGroupField } from './toggle-group-field';
export { FormCheckbox } from './checkbox';
export { FormCheckboxes } from './checkboxes';
