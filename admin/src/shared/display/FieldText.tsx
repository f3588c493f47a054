import { Typography, type TypographyProps } from '@mui/material';

/** The size of react-admin's own fields, so that ours stand in line with them. */
export function FieldText(props: TypographyProps<'span'>) {
  return <Typography component="span" variant="body2" display="block" {...props} />;
}
