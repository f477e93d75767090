import type { WebhookUseCases } from '../../adapters/http/routes/webhookRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { CourierPorts } from '../../app/ports/courier.ts';
import { changeWebhook, createWebhook, endWebhook, rotateSecret } from '../../app/webhooks/changeWebhook.ts';
import { sendAgain, sendAllAgain, sendTest } from '../../app/webhooks/sendAgain.ts';
import { getDelivery, getWebhook, listDeliveries, listWebhooks } from '../../app/webhooks/showWebhooks.ts';

export function webhookUseCases(ports: CourierPorts, { tenant, actor }: Caller): WebhookUseCases {
  return {
    listWebhooks: () => listWebhooks(ports, tenant),
    getWebhook: (id) => getWebhook(ports, tenant, id),
    createWebhook: (wanted) => createWebhook(ports, tenant, wanted, actor),
    changeWebhook: (change) => changeWebhook(ports, tenant, change, actor),
    endWebhook: (id) => endWebhook(ports, tenant, id, actor),
    rotateSecret: (id) => rotateSecret(ports, tenant, id, actor),
    testWebhook: (id) => sendTest(ports, tenant, id, actor),
    listDeliveries: (page) => listDeliveries(ports, tenant, page),
    getDelivery: (place) => getDelivery(ports, tenant, place),
    sendAgain: (place) => sendAgain(ports, tenant, place, actor),
    sendAllAgain: (wanted) => sendAllAgain(ports, tenant, wanted, actor),
  };
}
