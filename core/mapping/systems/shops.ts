import type { SystemNames } from './systemNames.ts';

/** Shopify, exported orders. Source: its help page on exporting orders. */
export const SHOPIFY: SystemNames = {
  knownBy:
    'financial status, fulfillment status, lineitem quantity, lineitem sku, lineitem price, accepts marketing',
  names: `
document: name
invoiceDate: created at
paymentDate: paid at
deliveryDate: fulfilled at
product: lineitem sku
quantity: lineitem quantity
unitPrice: lineitem price
listPrice: lineitem compare at price
currency: currency
aside: email, financial status, fulfillment status, accepts marketing, subtotal, shipping, taxes, total, discount code, discount amount, shipping method, lineitem name, lineitem requires shipping, lineitem taxable, lineitem fulfillment status, lineitem discount, billing name, billing street, billing company, billing city, billing zip, billing country, billing phone, shipping name, shipping street, shipping city, shipping zip, shipping country, notes, note attributes, cancelled at, payment method, payment reference, refunded amount, vendor, outstanding balance, employee, location, device id, id, tags, risk level, source, phone, tax 1 name, tax 1 value, receipt number, duties, billing address1, shipping address1, billing province, shipping province
`,
};

/** Amazon, order and settlement reports. Source: its selling partner documentation. */
export const AMAZON: SystemNames = {
  knownBy:
    'amazon-order-id, merchant-order-id, purchase-date, asin, item-price, fulfillment-channel, order-item-id, quantity-purchased, payments-date, settlement-id, ship-service-level, quantity-shipped, shipment-item-id, amazon-order-item-id',
  names: `
document: amazon-order-id, order-id
line: order-item-id, amazon-order-item-id
orderDate: purchase-date
paymentDate: payments-date
deliveryDate: shipment-date, ship-date
deliveryNumber: shipment-id
product: sku
quantity: quantity, quantity-purchased, quantity-shipped
currency: currency
netValue: item-price
discountAmount: item-promotion-discount
aside: merchant-order-id, merchant-order-item-id, shipment-item-id, asin, last-updated-date, order-status, fulfillment-channel, sales-channel, order-channel, url, ship-service-level, product-name, item-status, item-tax, shipping-price, shipping-tax, gift-wrap-price, gift-wrap-tax, ship-promotion-discount, ship-city, ship-state, ship-postal-code, ship-country, promotion-ids, is-business-order, purchase-order-number, price-designation, buyer-email, buyer-name, buyer-phone-number, recipient-name, reporting-date, settlement-id, fulfillment-center-id, carrier, tracking-number, estimated-arrival-date
`,
};

/** Shops on Magento, WooCommerce, PrestaShop and OpenCart. Source: their order tables and exports. */
export const SHOP_TABLES: SystemNames = {
  knownBy:
    'increment_id, row_total, base_row_total, base_price, row_invoiced, product_reference, unit_price_tax_excl, total_price_tax_excl, id_order_detail, product_attribute_id, _product_id, _line_total, _line_subtotal, cart_discount, order_product_id',
  names: `
document: increment_id, order_number, id_order, reference
line: item_id, id_order_detail, order_product_id
partner: customer_id, id_customer, customer_user
product: sku, product_reference, product_sku
invoiceDate: created_at, date_add, date_added
orderDate: order_date
paymentDate: paid_date, invoice_date
quantity: qty_invoiced, product_quantity, _qty
orderedQuantity: qty_ordered
unitPrice: price, unit_price_tax_excl, item_cost
listPrice: original_price, product_price
netValue: row_total, total_price_tax_excl, _line_total, item_total
grossValue: _line_subtotal
discountAmount: discount_amount
discountPercent: discount_percent, reduction_percent
taxRate: tax_percent, tax_rate
currency: order_currency_code, order_currency, currency_code
unitCost: base_cost, original_wholesale_price
aside: base_row_total, base_price, price_incl_tax, row_total_incl_tax, base_tax_amount, tax_amount, row_invoiced, qty_shipped, qty_refunded, qty_canceled, qty_backordered, product_name, name, product_type, store_id, weight, is_virtual, total_price_tax_incl, unit_price_tax_incl, product_attribute_id, _product_id, order_total, cart_discount, order_status, shipping_total
`,
};

/** eBay, WooCommerce, Square and other shops. Source: their export headings. */
export const SHOPS: SystemNames = {
  knownBy:
    'sales record number, custom label, item title, buyer username, sold for, item cost, ebay item number, paid on date, order subtotal amount, modifiers applied, device name, price point name, order line total, order total amount, quantity (- refund), cart discount amount',
  names: `
document: order number, transaction id
orderDate: order date
invoiceDate: sale date, date
paymentDate: paid on date, paid date
deliveryDate: shipped on date, dispatched on date
product: custom label, custom label (sku), sku, item sku
quantity: quantity, qty, quantity (- refund)
unitPrice: sold for, item cost
netValue: net sales, order line total, item total
grossValue: gross sales
discountAmount: discounts
partner: buyer username, customer id
currency: order currency, currency
aside: sales record number, buyer name, buyer email, item title, item name, item number, ebay item number, category, total price, ebay collected tax, ship by date, payment method, payment method title, order status, order total amount, order subtotal amount, order shipping amount, order tax amount, cart discount amount, item #, time, time zone, price point name, modifiers applied, tax, device name, notes, details, event type, location, dining option, customer name, shipping and handling, postage and packaging, feedback left, variation details, global shipping program, tracking number, coupon code, employee
`,
};
