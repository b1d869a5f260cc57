/** The values of the filters of the list that have one value at a time. */
export const SINGLE_CHOICES = {
  exclusive: ['yes'],
  expiring: ['7', '30', '90', '365'],
  starting: ['7', '30', '90', '365'],
  offered: ['none'],
  free: ['1', '7', '30', '90'],
  dark: ['7', '30', '90'],
  missing: ['yes'],
} as const;
