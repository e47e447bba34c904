use serde::{Deserialize, Serialize};

/// A change without a name here cannot be made.
macro_rules! act_names {
    ($($name:ident = $code:literal)*) => {
        #[doc = "Every change that this system knows, by the name it has in the audit record, the access table and the figures."]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum ActName {
            $(#[serde(rename = $code)] $name,)*
        }

        impl ActName {
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// As it is stored: `feature.act`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

act_names! {
    KeepProfile = "offices.keep_profile"
    BeginRegister = "offices.begin_register"
    ChoosePilot = "offices.choose_pilot"
    StartApplication = "applications.start"
    SaveStep = "applications.save_step"
    Attach = "applications.attach"
    RemoveAttachment = "applications.remove_attachment"
    Submit = "applications.submit"
    Repair = "applications.repair"
    Discard = "applications.discard"
    Expire = "applications.expire"
    Claim = "applications.claim"
    RequestFix = "applications.request_fix"
    Reject = "applications.reject"
    Approve = "applications.approve"
    SendBack = "applications.send_back"
    Agree = "applications.agree"
    Issue = "applications.issue"
    Reveal = "applications.reveal"
    Forward = "applications.forward"
    HandOver = "applications.hand_over"
    Comment = "applications.comment"
    Withdraw = "applications.withdraw"
    WithdrawConsent = "applications.withdraw_consent"
    NoteTransfer = "applications.note_transfer"
    SettleTransfer = "applications.settle_transfer"
    ReceiveSkpwni = "applications.receive_skpwni"
    ReceiveTransfer = "transfers.receive"
    AcceptTransfer = "transfers.accept"
    DeclineTransfer = "transfers.decline"
    CallBackTransfer = "transfers.call_back"
    ForgetTransfer = "transfers.forget"
    OpenShop = "catalogue.open_shop"
    SeeOwner = "catalogue.see_owner"
    AddProduct = "catalogue.add_product"
    EditListing = "catalogue.edit"
    ImportProducts = "catalogue.import_products"
    EditProducts = "catalogue.edit_products"
    AddPhoto = "catalogue.add_photo"
    ArrangePhotos = "catalogue.arrange_photos"
    ApproveListing = "catalogue.approve"
    ReturnListing = "catalogue.return"
    HideListing = "catalogue.hide"
    ShowListing = "catalogue.show"
    ArchiveListing = "catalogue.archive"
    MakeSellerLink = "catalogue.make_link"
    TakeShop = "catalogue.take_shop"
    OpenCampaign = "compliance.open_campaign"
    LockCampaign = "compliance.lock_campaign"
    PublishCampaign = "compliance.publish_campaign"
    ReassignOffice = "compliance.reassign"
    BeginInstrument = "compliance.begin_instrument"
    EditInstrument = "compliance.edit_instrument"
    PublishInstrument = "compliance.publish_instrument"
    DeclareHome = "compliance.declare_home"
    KeepAnswer = "compliance.keep_answer"
    AddEvidence = "compliance.add_evidence"
    RemoveEvidence = "compliance.remove_evidence"
    SubmitAssessment = "compliance.submit"
    JudgeItem = "compliance.judge"
    UndoVerdict = "compliance.undo"
    ObjectToVerdict = "compliance.object"
    VisitItem = "compliance.visit"
    ReviseVerdict = "compliance.revise"
    KeepPlan = "compliance.keep_plan"
    FinishPlan = "compliance.finish_plan"
    AddTitle = "library.add_title"
    CorrectTitle = "library.correct_title"
    AddCopies = "library.add_copies"
    KeepReader = "library.keep_reader"
    LendCopy = "library.lend"
    ReturnCopy = "library.return"
    RenewLoan = "library.renew"
    LoseCopy = "library.lose"
    RestoreCopy = "library.restore"
    ReserveTitle = "library.reserve"
    CancelReservation = "library.cancel_reservation"
    LetGo = "library.let_go"
    KeepRules = "library.keep_rules"
    CountVisitors = "library.count_visitors"
    ImportBooks = "library.import"
    KeepCopy = "copies.keep"
    Revoke = "letters.revoke"
    VoidNumber = "letters.void"
    Register = "accounts.register"
    SignIn = "accounts.sign_in"
    ShowFactor = "accounts.show_factor"
    EditProfile = "accounts.edit_profile"
    SetPassword = "accounts.set_password"
    PrintSlip = "accounts.print_slip"
    Appoint = "accounts.appoint"
    Dismiss = "accounts.dismiss"
    IssueCode = "accounts.issue_code"
    OpenEnrolment = "accounts.open_enrolment"
    Activate = "accounts.activate"
    FirstAdmin = "accounts.first_admin"
    InventPeople = "accounts.invent_people"
}
