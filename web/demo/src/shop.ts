import './base.css';
import './sections.css';
import './pictures.css';
import './product.css';
import { Basket } from './basket.ts';
import { showBasket } from './basket-view.ts';
import { tellChat } from './chat.ts';
import { takeOrders } from './order.ts';

const basket = new Basket(() => globalThis.localStorage);
showBasket(basket);
takeOrders(basket);
tellChat(basket);
