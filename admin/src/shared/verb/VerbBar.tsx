import type { ReactNode } from 'react';
import { TopToolbar } from 'react-admin';

const sx = {
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  py: 1,
  // On phones the bar would be a white box on the page's grey.
  '&&': { backgroundColor: 'transparent' },
} as const;

/** The verbs of a page's record, above it. */
export function VerbBar({ children }: { children?: ReactNode }) {
  return <TopToolbar sx={sx}>{children}</TopToolbar>;
}
