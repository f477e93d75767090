import type { ViewUseCases } from '../../adapters/http/routes/viewRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { changeView, forgetView, listViews, saveView } from '../../app/views/savedViews.ts';

export function viewUseCases(ports: Ports, caller: Caller): ViewUseCases {
  return {
    listViews: (list) => listViews(ports, caller, list),
    saveView: (view) => saveView(ports, caller, view),
    changeView: (change) => changeView(ports, caller, change),
    forgetView: (id) => forgetView(ports, caller, id),
  };
}
