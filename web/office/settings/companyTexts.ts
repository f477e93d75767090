import { texts } from '../../text/texts.ts';

/** Our companies and the day that it is for each. */
export const companyTexts = texts(
  {
    lead: 'Our companies, and the day that it is for each.',
    companies: 'Companies',
    name: 'Name',
    zone: 'Time zone',
    today: 'Its day',
    sandbox: 'For trying out',
    moveTo: 'Let it stand on',
    move: 'Move the day of {name}',
    moved: 'The day is moved',
    moveLead:
      'A company for trying out stands on a day of its own; what a day brings happens when it is reached.',
  },
  {
    lead: '本公司各法人，以及各自的当前日期。',
    companies: '公司',
    name: '名称',
    zone: '时区',
    today: '当前日期',
    sandbox: '试用',
    moveTo: '设定日期',
    move: '移动 {name} 的日期',
    moved: '日期已移动',
    moveLead: '试用公司有自己的日期；到达某日时，该日应发生的事项随即发生。',
  },
);
