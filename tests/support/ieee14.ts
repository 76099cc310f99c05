import type { DcNetwork } from '../../src/core/power-flow';

/**
 * IEEE 14-bus test case, from MATPOWER's case14 (IEEE common data format of 19 August 1993,
 * University of Washington archive). Injection = generation minus load. MATPOWER writes ratio 0
 * for a plain line; here the tap is left out. Resistance, charging and the shunt at bus 9
 * (reactive only) play no part in a DC power flow.
 */
export const ieee14: DcNetwork = {
  baseMva: 100,
  slackBusIds: ['1'],
  buses: [
    { id: '1', injectionMw: 232.4 },
    { id: '2', injectionMw: 40 - 21.7 },
    { id: '3', injectionMw: -94.2 },
    { id: '4', injectionMw: -47.8 },
    { id: '5', injectionMw: -7.6 },
    { id: '6', injectionMw: -11.2 },
    { id: '7', injectionMw: 0 },
    { id: '8', injectionMw: 0 },
    { id: '9', injectionMw: -29.5 },
    { id: '10', injectionMw: -9 },
    { id: '11', injectionMw: -3.5 },
    { id: '12', injectionMw: -6.1 },
    { id: '13', injectionMw: -13.5 },
    { id: '14', injectionMw: -14.9 },
  ],
  branches: [
    { id: '1-2', from: '1', to: '2', xPu: 0.05917 },
    { id: '1-5', from: '1', to: '5', xPu: 0.22304 },
    { id: '2-3', from: '2', to: '3', xPu: 0.19797 },
    { id: '2-4', from: '2', to: '4', xPu: 0.17632 },
    { id: '2-5', from: '2', to: '5', xPu: 0.17388 },
    { id: '3-4', from: '3', to: '4', xPu: 0.17103 },
    { id: '4-5', from: '4', to: '5', xPu: 0.04211 },
    { id: '4-7', from: '4', to: '7', xPu: 0.20912, tap: 0.978 },
    { id: '4-9', from: '4', to: '9', xPu: 0.55618, tap: 0.969 },
    { id: '5-6', from: '5', to: '6', xPu: 0.25202, tap: 0.932 },
    { id: '6-11', from: '6', to: '11', xPu: 0.1989 },
    { id: '6-12', from: '6', to: '12', xPu: 0.25581 },
    { id: '6-13', from: '6', to: '13', xPu: 0.13027 },
    { id: '7-8', from: '7', to: '8', xPu: 0.17615 },
    { id: '7-9', from: '7', to: '9', xPu: 0.11001 },
    { id: '9-10', from: '9', to: '10', xPu: 0.0845 },
    { id: '9-14', from: '9', to: '14', xPu: 0.27038 },
    { id: '10-11', from: '10', to: '11', xPu: 0.19207 },
    { id: '12-13', from: '12', to: '13', xPu: 0.19988 },
    { id: '13-14', from: '13', to: '14', xPu: 0.34802 },
  ],
};
