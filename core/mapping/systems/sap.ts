import type { SystemNames } from './systemNames.ts';

/** What a delivery refers to is an order. */
export const SAP_DELIVERIES: SystemNames = {
  knownBy: 'lfimg, lfart, lfdat, wadat_ist, wadat, kodat, lgmng',
  names: `
document: vbeln
orderNumber: vgbel
aside: vgpos
`,
};

/** What an order refers to is an offer or a contract. */
export const SAP_ORDERS: SystemNames = {
  knownBy: 'kwmeng, auart, abgru, audat, vdatu, edatu, bstnk, netpr',
  names: `
document: vbeln
orderDate: erdat, audat
aside: vgbel, vgpos
`,
};

/** In the checking of invoices the paper is the invoice. */
export const SAP_INVOICE_CHECKING: SystemNames = {
  knownBy: 'lfbnr, rmwww, wmwst1, bstme, rbstat, zlspr, xrech, ivtyp, bsart_re',
  names: `
document: belnr
receiptNumber: lfbnr
orderNumber: ebeln
aside: bpmng
`,
};

/**
 * Fields of SAP's tables of billing (VBRK, VBRP), sales (VBAK, VBAP, VBKD, VBEP), delivery (LIKP, LIPS), purchasing
 * (EKKO, EKPO, EKBE, EKET), invoice checking (RBKP, RSEG), accounting (BKPF, BSEG, BSID, BSAD, BSIK), material
 * documents (MKPF, MSEG), conditions (KONV), customers (KNA1, KNVV), suppliers (LFA1) and materials (MARA, MAKT).
 * Source: the data dictionary of SAP ECC 6.0, by the names of its fields.
 */
export const SAP: SystemNames = {
  names: `
document: vbeln_vf, vbeln, fkbel, belnr_vf, rbeln
orderNumber: aubel, vbeln_va, vgbel_va, ebeln, bstkd, bstnk, bstkd_e, vbelv, vbel2, kdauf, bstnk_vf
deliveryNumber: vbeln_vl, lgbel, vgbel, lbeln, lfbnr, vlbel, lifex, verur
receiptNumber: mblnr, belnr_we
postingNumber: belnr, belnr_d, awkey
paymentNumber: augbl
line: posnr, posnr_vf, ebelp, buzei, zeile, posnr_va, posnr_vl, rblgp, vbelp
partner: kunnr, kunag, lifnr
product: matnr, material_number, matwa
company: bukrs
company?: vkorg, ekorg
orderDate: audat, bstdk, bedat, erdat_va, bstdt
deliveryDate: lfdat, wadat, wadat_ist, vdatu, eindt, edatu, podat
receiptDate: budat_we
invoiceDate: fkdat, bldat, redat, rfdat, fkdat_rl
postingDate: budat, budat_mkpf
serviceDate: fbuda, vsdat
paymentDate: augdt
quantity: menge, menge_d, fkimg, fklmg, lfimg, bamng, lgmng, erfmg, lsmng, remng, bwmng
orderedQuantity: kwmeng, bstmg, wmeng, ormng, zmeng, ktmng, lsmeng
receivedQuantity: wemng, bpmng, aktwe, wesbs
unit: vrkme, meins, bstme, erfme, zieme, lsmeh, bprme
unitPrice: netpr, kbetr, cmpre
unitCost: verpr, stprs
netValue: netwr, kzwi1, wrbtr, kwert, netwr_ap, netwr_fp, effwr, wrshb, bwgeoo, netwr_scl
grossValue: kzwi2, brtwr, bonba
currency: waerk, waers, hwaer, hswae, pswsl
taxCode: mwskz, mwsk1
taxRate: msatz
document?: xblnr
partner?: kunrg, kunre, kunwe
product?: ean11, kdmat, idnlf
netValue?: dmbtr, hsl, wsl, dmshb, bwgeo
aside: mandt, erdat, ernam, erzet, aedat, aenam, arktx, maktx, name1, name2, land1, ort01, pstlz, spart, vtweg, kdgrp, matkl, prodh, werks, lgort, ntgew, brgew, gewei, volum, voleh, mwsbp, mwsbk, wavwr, kursk, kurrf, wkurs, zterm, inco1, inco2, knumv, fkart, fkara, fksto, pstyv, bzirk, vkbur, vkgrp, bukrs_txt, stras, regio, telf1, stceg, vgpos, aupos, vgtyp, autyp, vbtyp, fkrel, uepos, posar, gsber, prctr, kostl, kokrs, gjahr, monat, poper, blart, bsart, bstyp, shkzg, bschl, koart, saknr, hkont, zuonr, sgtxt, bktxt, ltext, umskz, zfbdt, zbd1t, zbd2t, zbd3t, zbd1p, rebzg, rebzj, rebzz, bwart, vgabe, bewtp, charg, sobkz, insmk, umvkz, umvkn, umren, umrez, bpumn, bpumz, peinh, kpein, kmein, kschl, krech, kawrt, stunr, zaehk, kposn, prsdt, prsfd, pmatn, ean, idnkd, auart, augru, abgru, lifsk, faksk, lfart, vstel, route, ablad, lprio, ktgrd, ktgrm, provg, mvgr1, mvgr2, mvgr3, mvgr4, mvgr5, kvgr1, kvgr2, kvgr3, kvgr4, kvgr5, konda, pltyp, ktokd, brsch, sortl, adrnr, spras, txjcd, elikz, erekz, loekz, retpo, repos, knttp, pstyp, afnam, bednr, infnr, banfn, bnfpo, konnr, ktpnr, frgke, frgzu, ekgrp, txz01, mtart, mbrsh, meinh, smeng, lmeng, skfbt, kzwi3, kzwi4, kzwi5, kzwi6, zlsch, mansp, manst, dmbe2, dmbe3, wmwst, hwste, mwsts, txbhw, txbfw, netdt, vbeln_von, posnv, cmeth, rplnr, vsbed, kalsm, xegld, bstzd, ktext, ihrez, parvw, pernr, ablfz, gueen, guebg, angdt, bnddt, lfgja, lfpos, lfbja, shkzg_va, cpudt, cputm, usnam, tcode, bvorg, stblg, stjah, xreversal, kkber, logsys, vbund, dispo, lvorm, bismt, wrkst, normt, volum_15, trvog, gwldt, submi, gskst, vprgr, autlf, vbkla, vbklt, awahr, bsark, bname, mahza, mahdt, stafo, stwae, knuma, knuma_ag, knuma_pi, ps_psp_pnr, kurst, knkli, grupp, sbgrp, ctlpc, cmwae, cmfre, cmnup, cmngv, amtbl, abrvw, abdis, objnr, bukrs_vf, taxk1, taxk2, taxk3, taxm1, taxm2, aufnr, stceg_l, landtx, handle, lfrel, grpos, zwert, umziz, umzin, abdat, absfz, posex, kbver, kever, vkgru, vkaus, grkor, fmeng, uebtk, uebto, untto, faksp, atpkz, rkfkf, antlf, kztlf, chspl, kbmeng, klmeng, voref, upflu, erlre, stkey, stdat, stlnr, stpos, vbeaf, vbeav, vgref, sktof, mtvfp, sumbd, kondm, bonus, eannr, prsok, bwtar, bwtex, xchpf, xchar, lfmng, stcur, fixmg, kmpmg, sugrd, vpzuo, paobjnr, vpmat, vpwrk, mprok, abfor, fktyp, expkz, rfbsk, mrnkz, cpkur, valtg, valdt, zukri, maber, exnum, sfakn, fkart_rl, mschl, cmkuf, kurrf_dat, kidno, bupla, lcnum, auref, kowrr, skfbp, uvprs, uvall, pospa, aland, wkreg, wkcou, wkcty, spara, cmpnt, cuobj, cuobj_ch, koupd, uecha, sernr, abrbg, prosa, uepvw, fplnr, fpltr, akkur, lddat, tddat, kodat, kzazu, knfak, tpqua, stzkl, btgew, anzpk, berot, lfuhr, grulg, lstel, tragr, fkarv, fkdiv, traid, bolnr, wauhr, potim, lichn, kcmeng, mbdat, bsakz, statu, pincr, lponr, kufix, kdatb, kdate, bwbdt, ausnr, angnr, ihran, verkf, llief, weakt, reswk, lblif, ktwrt, lifre, unsez, logsy, upinc, stako, frggr, frgsx, frgrl, lands, lphis, absgr, addnr, kornr, memory, procstat, rlwrt, ematn, agdat, webaz, spinf, prsdr, schpr, mahnz, mahn1, mahn2, mahn3, bwtty, abskz, agmem, kzvbr, vrtkz, twrkz, wepos, weunb, webre, kzabs, labnr, abftz, kzstu, notkz, lmein, evers, navnw, abmng, prdat, xoblr, ekkol, plifz, etdrk, arsnr, arsps, insnc, ssqss, zgtyp, bstae, revlv, geber, fistl, fipos, ko_gsber, ko_prctr, ko_pargb, vorab, kolif, ltsnr, packno, gnetwr, stapo, uebpo, lewed, emlif, lblkz, satnr, attyp, kanba, adrn2, xersy, eildt, drdat, druhr, drunr, aktnr, abeln, abelp, anzpu, punei, saiso, saisj, mlmaa, mhdrz, anfnr, anfps, kzkfg, usequ, umsok, uptyp, upvor, sikgr, aurel, bsgru, lfret, mfrgr, emnfr, mfrpn, mfrnr, abueb, nlabd, nfabd, kzbws, fabkz, zekkn, bpwes, grund, evere, refwr, reewr, arewr, areww, xwsbr, etens, xwoff, xunpl, srvpos, etenr, slfdt, lpein, ameng, wamng, uzeit, dabmg, licha, vgart, kursf, rmwwr, beznk, wmwst1, wskto, sknto, lieffn, zlspr, rbstat, erfnam, ivtyp, diff, empfb, esrnr, esrre, bwkey, lbkum, vrkum, bklas, exkbe, xekbz, tbtkz, spgrp, spgrm, spgrg, spgrt, spgrq, salk3, vmsal, bnkan, buzid, augcp, umsks, zumsk, pargb, qsskz, kzbtr, pswbt, hwbas, fwbas, hwzuz, fwzuz, shzuz, stekz, mwart, txgrp, ktosl, qsshb, kursr, gbetr, bdiff, bdif2, valut, zinkz, bewar, altkt, vorgn, fdlev, fdgrp, fdwbt, fdtag, fkont, projn, posn2, eten2, anln1, anln2, anbwa, bzdat, xumsw, xhres, kresn, filkd, xbilk, gvtyp, hzuon, zbfix, hbkid, bvtyp, nebtr, mwst1, dmbt1, rebzt, klibt, xref1, xref2, xref3, upddt, wwert, dbblg, kzwrs, kzkrs, bstat, xnetb, frath, xrueb, glvor, grpid, dokid, arcid, iblar, awtyp, fikrs, hwae2, hwae3, mjahr, xauto, kdpos, kdein, bnbtr, bualt, sjahr, smbln, smblp, equnr, wempf, exbwr, exvkw, vkwrt, telfx, xcpdk, mcod1, mcod2, anred, aufsd, begru, bbbnr, bbsnr, datlt, exabl, faksd, fiskn, knazk, knrza, konzs, kukla, lifsd, locco, loevm, name3, name4, niels, ort02, pfach, pstl2, counc, cityc, rpmkr, sperr, stcd1, stcd2, stkza, stkzu, ersda, laeda, vpsta, pstat, zeinr, spart_txt, sydat, rocancel, bwapplnm, bwvorg, anzaupos, anzfkpos, anzlipos, anzfk, anzau, pkunre, pvrtnr, pspdnr, routa, periv, fareg, kursk_dat, wminr, stadat, dmsol, dmhab, wrsol, wrhab, scldat, statkz, gbstk, gbsta, lfsta, fksta, absta, wbsta, kostk, lfstk, fkstk, cmgst
`,
};
