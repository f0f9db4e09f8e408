package vn.nguongoc.view;

/** What one aggregate is now, fed by its own events only; or one event that is looked up by itself. */
public sealed interface View
        permits ViewOfOrganisation,
                ViewOfPlot,
                ViewOfCycle,
                ViewOfCyclePart,
                ViewOfOrigin,
                ViewOfLot,
                ViewOfSeedLot,
                ViewOfStep,
                ViewOfShipment,
                ViewOfRecall,
                ViewOfLabelRun,
                ViewOfPerson,
                ViewOfKey,
                ViewOfAct,
                ViewOfFarmer,
                LotFlow {}
