import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  measurerHere
} from "./chunk-chunk-S4SXM54Q.js";
import "./chunk-chunk-XZ5QPWDI.js";
import "./chunk-chunk-RC3PMOTV.js";
import "./chunk-chunk-MIHKKSDK.js";
import "./chunk-chunk-SBZ3ZCCC.js";
import "./chunk-chunk-BIIYDU46.js";
import "./chunk-chunk-3LN6AAPK.js";
import "./chunk-chunk-X5JHQNT3.js";
import "./chunk-chunk-QJMLYR2D.js";
import "./chunk-chunk-DSXPYKV7.js";
import "./chunk-chunk-EW36L4FF.js";
import "./chunk-chunk-2NVHFHVD.js";
import "./chunk-chunk-XJBUDN7F.js";
import "./chunk-chunk-MTG7XQZX.js";
import "./chunk-chunk-ZZ7MAQIL.js";
import "./chunk-chunk-4DRKC26T.js";
import "./chunk-chunk-BKPFZD3P.js";
import "./chunk-chunk-MCTQHFLZ.js";
import "./chunk-chunk-X2CCCSRL.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-QGDJS24Q.js";
import "./chunk-chunk-K3FRKKEY.js";
import "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-XA5GVVH5.js";
import "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import "./chunk-chunk-ERWNBIOM.js";
import "./chunk-chunk-GJNG4AA4.js";
import "./chunk-chunk-QYZIAM3F.js";
import "./chunk-chunk-4KSNXC7S.js";
import "./chunk-chunk-QYFRXBAM.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-ANAGSCI4.js";
import "./chunk-chunk-C43Z3M2N.js";
import "./chunk-chunk-ASTUYRMT.js";
import "./chunk-chunk-NGLJ2YUT.js";
import "./chunk-chunk-Q3ESHJPJ.js";
import "./chunk-chunk-RFSHZW7V.js";
import "./chunk-chunk-EXNVJHAL.js";
import "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-UOYNN62N.js";
import "./chunk-chunk-OPJI6KHM.js";
export {
  measurerHere
};
