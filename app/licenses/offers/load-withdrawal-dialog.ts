/** One import for all who load the dialog: what one of them has loaded the others have, too, when the line is gone. */
export const loadWithdrawalDialog = () => import('./withdrawal-dialog');
