using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Connections;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.LongWork;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Modules;
using OneSeal.Host.People;
using OneSeal.Host.Requests;
using OneSeal.Host.Seals;

namespace OneSeal.Host;

/// <summary>Every kind of stream there is. One that is not here stops a rebuild loudly.</summary>
internal static class StreamKinds
{
    public static IReadOnlyCollection<IStreamKind> All { get; } =
    [
        Locality.Kind, Item.Kind, TransferList.Kind, Memorandum.Kind, Seal.Kind, ModuleStanding.Kind, Case.Kind, Licence.Kind, Push.Kind,
        FeedbackRecord.Kind, FormalRequest.Kind, Connection.Kind, Receiver.Kind, LongWorkRecord.Kind, Person.Kind,
    ];
}
