import { Typography, type TypographyProps } from '@mui/material';

/** The font size of react-admin's own fields, to align with them. */
export function FieldText(props: TypographyProps<'span'>) {
  return <Typography component="span" variant="body2" display="block" {...props} />;
}
