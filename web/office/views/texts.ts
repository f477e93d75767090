import { texts } from '../../text/texts.ts';

/** Views of lists, under the names that their reader gave them. */
export const viewTexts = texts(
  {
    views: 'Saved views',
    change: 'Change this view',
    saveView: 'Save this view',
    renameView: 'Rename this view',
    viewName: 'What it is called',
    opens: 'The list opens with it',
    opensNot: 'The list opens with it no more',
    rename: 'Rename',
    save: 'Save',
    forget: 'Delete this view',
    forgotten: '“{name}” is deleted.',
    undo: 'Undo',
  },
  {
    views: '已存视图',
    change: '更改此视图',
    saveView: '保存此视图',
    renameView: '重命名此视图',
    viewName: '视图名称',
    opens: '打开列表时使用',
    opensNot: '打开列表时不再使用',
    rename: '重命名',
    save: '保存',
    forget: '删除此视图',
    forgotten: '“{name}”已删除。',
    undo: '撤销',
  },
);
