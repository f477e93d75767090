import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.ts';
import { sumText } from '../text/figures.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import type { Reader } from '../text/reader.ts';
import { Button } from '../ui/Button.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Named } from '../ui/Named.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Explanation.module.css';
import { stepOfKind } from './steps.ts';
import { Tie } from './Tie.tsx';
import { explanationTexts } from './texts.ts';

type Explanation = Schemas['Explanation'];
type Line = Explanation['lines'][number];
type Operand = Schemas['ExplanationStep']['operands'][string];

/** A measure of the lines: its title, its number of a line, and an operand that is written alike. */
type Measure = {
  readonly id: string;
  readonly title: string;
  readonly of: (line: Line) => string;
  readonly like: Operand | undefined;
};

type Props = {
  readonly explained: Explanation;
  readonly onMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
  /** The number of a document, where it leads on; else as it is. */
  readonly documentOf?: (line: Line) => ReactNode;
};

/** The lines behind an amount, as many as are loaded. */
export function ExplainedLines({
  explained,
  onMore,
  isLoadingMore,
  documentOf = ({ document }) => document,
}: Props) {
  const say = useSay(explanationTexts);
  const { lines, linesTotal } = explained;
  if (linesTotal === 0) return <Section title={say('lines')}>{say('noLines')}</Section>;
  const lead =
    lines.length === linesTotal
      ? say('linesLead', { count: linesTotal })
      : say('linesPart', { shown: lines.length, count: linesTotal });
  return (
    <Section title={say('lines')} lead={lead}>
      <LineTable explained={explained} documentOf={documentOf} />
      {onMore !== undefined && (
        <Button onPress={onMore} isPending={isLoadingMore}>
          {say('moreLines')}
        </Button>
      )}
    </Section>
  );
}

/** Each line with its share of the amount, and the sums that tie. */
function LineTable({ explained, documentOf }: Required<Pick<Props, 'explained' | 'documentOf'>>) {
  const say = useSay(explanationTexts);
  const reader = useReader();
  const { lines, linesTotal, earning } = explained;
  const { currency } = earning;
  const measures = useMeasures(explained);
  const shares = lines.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const sum = shares.length === lines.length ? sumText(shares) : undefined;
  const isWhole = lines.length === linesTotal;
  const columns: readonly Column<Line>[] = [
    {
      id: 'document',
      title: say('document'),
      isMain: true,
      cell: (line) => (
        <Named
          name={documentOf(line)}
          code={isNumbered(line.line) ? say('line', { line: line.line }) : null}
        />
      ),
    },
    {
      id: 'product',
      title: say('product'),
      isPlain: true,
      cell: ({ product, productName }) => <Named name={productName} code={product} />,
    },
    { id: 'placed', title: say('placed'), cell: ({ placedOn }) => reader.day(placedOn) },
    ...measures.map(({ id, title, of, like }) => ({
      id,
      title,
      isFigure: true,
      cell: (line: Line) => written(of(line), like, reader),
    })),
    {
      id: 'share',
      title: say('share', { currency }),
      isFigure: true,
      isFirst: true,
      cell: ({ share }) => (share === undefined ? say('unshared') : reader.moneyFigure(share, currency)),
    },
  ];
  const sums = measures.map(({ id, of, like }) => [id, written(sumText(lines.map(of)), like, reader)]);
  return (
    <DataTable
      caption={say('lines')}
      columns={columns}
      rows={lines}
      rowKey={({ source, document, line }) => `${source} ${document} ${line}`}
      foot={{
        document: say(isWhole ? 'sum' : 'sumShown'),
        product: isWhole && sum !== undefined && <Tie sum={sum} earning={earning} />,
        ...Object.fromEntries(sums),
        share: sum !== undefined && <span className={styles.final}>{reader.moneyFigure(sum, currency)}</span>,
      }}
    />
  );
}

/** A line without a number of its own is named by its content, which nobody reads. */
function isNumbered(line: string): boolean {
  return !/^[0-9a-f]{16}-\d+$/.test(line);
}

/** One measure where both are the same number on every line, else two. */
function useMeasures({ lines, explanation }: Explanation): readonly Measure[] {
  const say = useSay(explanationTexts);
  const qualifier = stepOfKind(explanation, 'qualifier')?.operands.value;
  const payout = stepOfKind(explanation, 'payout')?.operands.value;
  const paid = (title: string): Measure => ({
    id: 'payout',
    title,
    of: (line) => line.payout,
    like: payout,
  });
  if (lines.every((line) => line.qualifier === line.payout)) return [paid(say('counted'))];
  const found: Measure = {
    id: 'qualifier',
    title: say('qualifier'),
    of: (line) => line.qualifier,
    like: qualifier,
  };
  return [found, paid(say('payout'))];
}

function written(exact: string | undefined, like: Operand | undefined, reader: Reader): string {
  if (exact === undefined) return '';
  return like?.kind === 'money' ? reader.moneyFigure(exact, like.currency) : reader.figure(exact);
}
