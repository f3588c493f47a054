import { Box, Typography } from '@mui/material';
import { Marked } from '../Marked.tsx';
import type { Step } from '../steps.ts';
import { useText } from '../text.ts';
import { CodeBlock } from './CodeBlock.tsx';

const files = import.meta.glob<string>('../examples/*', { query: '?raw', import: 'default', eager: true });

export const languages = { sh: 'curl', ts: 'TypeScript', py: 'Python' } as const;
export type Language = keyof typeof languages;

interface StepSectionProps {
  step: Step;
  number: number;
  language: Language;
}

export function StepSection({ step, number, language }: StepSectionProps) {
  const text = useText();
  const title = text(step.title);
  return (
    <Box component="section" sx={{ mb: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {number}. {title}
      </Typography>
      {step.words.map((words) => (
        <Typography key={words[1]} sx={{ mb: 1 }}>
          <Marked text={text(words)} />
        </Typography>
      ))}
      <CodeBlock
        code={files[`../examples/${step.file}.${language}`] ?? ''}
        label={`${title} · ${languages[language]}`}
      />
    </Box>
  );
}
